"""doctor: is everything as it should be, and what would mend it?"""

from collections.abc import Callable, Iterator
from typing import Annotated

from llmroadmap.core.errors import LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Command, Item, Option
from llmroadmap.doctor import file_checks, system_checks
from llmroadmap.doctor.repair import repair, sweep
from llmroadmap.filesystem.errors import SystemRefused
from llmroadmap.filesystem.files import errno_name
from llmroadmap.prompts import Prompts
from llmroadmap.results.check_result import REPAIRED, WRONG, Finding, from_error
from llmroadmap.results.doctor import DoctorResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="restore",
    examples=(
        "llmroadmap doctor",
        "llmroadmap doctor --fix",
        "llmroadmap doctor --links",
        "llmroadmap doctor --links hf.3",
    ),
    needs_settings=False,
    synchronised=False,
)

Check = Callable[[Workspace], Iterator[Finding]]
_ALWAYS: tuple[Check, ...] = (
    file_checks.check_settings,
    file_checks.check_roadmap,
)
# These need to know whose progress is meant, so they need a roadmap that can be read.
_OF_A_ROADMAP: tuple[Check, ...] = (
    system_checks.check_permissions,
    file_checks.check_progress,
    file_checks.check_conflicts,
    file_checks.check_sync,
    file_checks.check_backups,
    file_checks.check_lock,
    system_checks.check_disk,
)
_ALWAYS_TOO: tuple[Check, ...] = (
    file_checks.check_plans,
    file_checks.check_cache,
    system_checks.check_encoding,
    system_checks.check_completion,
    system_checks.check_versions,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    part: Annotated[list[str] | None, Argument(Item(), help="doctor.part")] = None,
    fix: Annotated[bool, Option("--fix", help="doctor.fix")] = False,
    links: Annotated[bool, Option("--links", help="doctor.links")] = False,
) -> DoctorResult:
    """Look at everything; with `fix`, mend what can be mended; with `links`, ask for the next pages."""
    if links and fix:
        raise UsageProblem("one-of", "--fix, --links", "doctor")
    if links:
        return _links(workspace, prompts, part or [])
    if part:
        raise UsageProblem("unexpected", part[0], "doctor")
    findings = []
    if fix:
        sweep(workspace)
    for check in _checks(workspace):
        for finding in _found(check, workspace):
            findings += _repair(finding, workspace) if fix and finding.mendable else [finding]
    states = [finding.state for finding in findings]
    return DoctorResult(findings=findings, wrong=states.count(WRONG), mended=states.count(REPAIRED))


# So many steps are a week or two of study.
_NEXT = 10


def _links(workspace: Workspace, prompts: Prompts, part: list[str]) -> DoctorResult:
    """Ask for the pages of the next open steps, or of all open ones in a part."""
    from llmroadmap.doctor.links import check_links, links_of  # only for --links

    progress = workspace.progress
    if part:
        node = find_item(workspace, part, prompts.resolve_ambiguity)
        inside = workspace.roadmap.subtree(node)
        nodes = [n for n in inside if progress.state(n) in ("open", "started")]
        nodes = [n for n in nodes if workspace.roadmap.is_step(n)] or [node]
    else:
        nodes = [offer.node for offer in next_steps(progress, _NEXT)]
    found = check_links(workspace, prompts, links_of(workspace, nodes))
    return DoctorResult(findings=[], wrong=0, mended=0, links=found)


def _checks(workspace: Workspace) -> Iterator[Check]:
    yield from _ALWAYS
    try:
        workspace.roadmap  # noqa: B018  Read for the error that it raises.
    except LlmroadmapError:
        pass  # check_roadmap has said so.
    else:
        yield from _OF_A_ROADMAP
    yield from _ALWAYS_TOO


def _found(check: Check, workspace: Workspace) -> list[Finding]:
    name = check.__name__.removeprefix("check_")
    try:
        return list(check(workspace))
    except LlmroadmapError as error:
        return [from_error(name, error)]
    except OSError as error:
        return [from_error(name, SystemRefused(str(error.filename or ""), errno_name(error)))]


def _repair(finding: Finding, workspace: Workspace) -> list[Finding]:
    try:
        return [repair(finding, workspace)]
    except LlmroadmapError as error:
        return [finding, from_error(finding.check, error)]
