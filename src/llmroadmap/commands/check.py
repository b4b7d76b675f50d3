"""check: everything that is wrong with a roadmap file, at once."""

from typing import Annotated, NamedTuple

from typer import Argument

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.problems import Problem
from llmroadmap.storage.plan_file import read_bytes
from llmroadmap.storage.roadmap_schema import problems
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap check my-plan.yaml",)


class Finding(NamedTuple):
    """A problem with its place (line and column count from 1, 0 where unknown)."""

    code: str
    severity: str
    line: int
    column: int
    facts: dict[str, object]


class CheckResult(NamedTuple):
    """All errors and warnings, in the order of the file's lines."""

    path: str
    errors: list[Finding]
    warnings: list[Finding]

    @property
    def exit_status(self) -> int:
        """Return 1 if there is any error."""
        return 1 if self.errors else 0


def run(
    workspace: Workspace,
    file: Annotated[str, Argument(metavar="[FILE]", help="check.file")] = "",
) -> CheckResult:
    """Check a roadmap file; without one, the roadmap in use."""
    path = file or workspace.roadmap_path
    if path.endswith((".md", ".markdown", ".json")):
        raise InvalidOption("FILE", path, "yaml-file")
    errors, warnings = problems(read_bytes(path))
    return CheckResult(path, list(map(_finding, errors)), list(map(_finding, warnings)))


def _finding(problem: Problem) -> Finding:
    place = problem.line or 0, problem.column or 0
    return Finding(problem.code, problem.severity, *place, dict(problem.facts))
