"""check: everything that is wrong with a roadmap file, at once."""

from typing import Annotated

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.errors import InvalidOption
from llmroadmap.declaration import Argument, Command, File
from llmroadmap.formats import FORMATS, PlanSource
from llmroadmap.formats.roadmap_yaml.schema import problems
from llmroadmap.results.check import CheckResult, Finding
from llmroadmap.storage.plan_file import read_bytes
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="new",
    examples=("llmroadmap check my-plan.yaml",),
    paged=True,
)


def run(
    workspace: Workspace,
    file: Annotated[str, Argument(File(), help="check.file")] = "",
) -> CheckResult:
    """Check a roadmap file; without one, the roadmap in use."""
    path = file or workspace.roadmap_path
    others = {suffix for each in FORMATS if each.name != "yaml" for suffix in each.suffixes}
    if PlanSource(path=path).suffix in others:
        raise InvalidOption("FILE", path, "yaml-file")
    errors, warnings = problems(read_bytes(path))
    if not file and not errors:
        workspace.overlay.read()  # says what is wrong with the own changes
    return CheckResult(path, list(map(_finding, errors)), list(map(_finding, warnings)))


def _finding(problem: Problem) -> Finding:
    return Finding(
        code=problem.code,
        severity=problem.severity,
        line=problem.line or 0,
        column=problem.column or 0,
        facts=dict(problem.facts),
    )
