"""check: everything that is wrong with a roadmap file, at once."""

from typing import Annotated

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.declaration import Argument, Command, File, Option
from llmroadmap.formats import FORMATS, PlanSource
from llmroadmap.formats.roadmap_yaml.schema import problems
from llmroadmap.prompts import Prompts
from llmroadmap.results.check import CheckResult, Finding
from llmroadmap.results.links import LinksChecked
from llmroadmap.storage.plan_file import read_bytes
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="new",
    examples=("llmroadmap check my-plan.yaml", "llmroadmap check my-plan.yaml --links"),
    paged=True,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    file: Annotated[str, Argument(File(), help="check.file")] = "",
    links: Annotated[bool, Option("--links", help="check.links")] = False,
) -> CheckResult:
    """Check a roadmap file; without one, the roadmap in use."""
    path = file or workspace.roadmap_path
    others = {suffix for each in FORMATS if each.name != "yaml" for suffix in each.suffixes}
    if PlanSource(path=path).suffix in others:
        raise InvalidOption("FILE", path, "yaml-file")
    errors, warnings = problems(read_bytes(path))
    if not file and not errors:
        workspace.overlay.read()  # says what is wrong with the own changes
    return CheckResult(
        path=path,
        errors=list(map(_finding, errors)),
        warnings=list(map(_finding, warnings)),
        links=_links(workspace, prompts, path) if links and not errors else None,
    )


def _links(workspace: Workspace, prompts: Prompts, path: str) -> LinksChecked:
    from llmroadmap.doctor.links import check_links, every_link  # only for --links

    roadmap = build_roadmap(read_tree(path))
    return check_links(workspace, prompts, every_link(roadmap, workspace.lang))


def _finding(problem: Problem) -> Finding:
    return Finding(
        code=problem.code,
        severity=problem.severity,
        line=problem.line or 0,
        column=problem.column or 0,
        facts=dict(problem.facts),
    )
