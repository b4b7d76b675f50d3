"""status: how far you are."""

from typing import Annotated

from llmroadmap.commands._copies import copies_waiting
from llmroadmap.commands._pace import outlook, still_known, week_target
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.progress.habits import streak
from llmroadmap.core.progress.overview import Tally, open_branches, tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.removed_items import removed_items
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Command, LineFormat, Option, Part
from llmroadmap.prompts import Prompts
from llmroadmap.results.status import StageSummary, StatusResult
from llmroadmap.results.summaries import due_items, offered, part
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="proof",
    examples=(
        "llmroadmap status",
        "llmroadmap status s1",
        "llmroadmap status hf",
        "llmroadmap status --all",
        "llmroadmap status --line",
        "llmroadmap status --line --format '{percent}% {id}'",
    ),
    paged=True,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    stage: Annotated[list[str] | None, Argument(Part(), help="status.stage")] = None,
    all: Annotated[bool, Option("--all", "-a", help="status.all")] = False,
    line: Annotated[bool, Option("--line", help="status.line")] = False,
    format: Annotated[str, Option("--format", help="status.format", kind=LineFormat())] = "",
    waybar: Annotated[bool, Option("--waybar", help="status.waybar")] = False,
) -> StatusResult:
    """Return the counts of the roadmap, stage by stage and course by course."""
    line = line or bool(format) or waybar
    if line and stage:
        raise UsageProblem("one-of", "STAGE|COURSE, --line", "status")
    progress, lang = workspace.progress, workspace.lang
    roadmap = workspace.roadmap
    counted = {node: _tallies(progress, node) for node in roadmap.stages()}
    whole = _sum([total for total, _ in counted.values()])
    parts = _part(progress, _named(workspace, stage, prompts)) if stage else counted
    first = next_steps(progress, 1)
    under_way = roadmap.stage_of(first[0].node) if first else None
    return StatusResult(
        title=roadmap.title(lang),
        done=whole.done,
        total=whole.total,
        skipped=whole.skipped,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
        without_estimate=whole.without_estimate,
        due=[] if line else due_items(progress, lang),
        stages=[
            _stage(progress, node, *counts, lang, is_now=roadmap.stage_of(node) == under_way)
            for node, counts in (parts if stage else _in_short(progress, parts)).items()
        ],
        focus=offered(progress, first[0], lang) if first else None,
        earlier=removed_items(progress, lang),
        notes=progress.all_notes(),
        proofs=sum(
            [len(details["proofs"]) for details in progress.all_details() if "proofs" in details]
        ),
        short_title=_short(roadmap.id),
        streak=streak(progress.study_days, workspace.today, "daily", progress.pauses),
        is_line=line,
        line_format=format,
        is_waybar=waybar,
        target=week_target(workspace, progress) if line or workspace.settings.hours else None,
        outlook=outlook(workspace, progress),
        recall=None if line else still_known(workspace, progress),
        copies=0 if line else copies_waiting(workspace),
        left_out=len(roadmap.muted_steps),
        is_all=all,
    )


def _short(roadmap_id: str) -> str:
    """Return a name for a roadmap that is short enough for a prompt: LLM, rust-book."""
    return roadmap_id.upper() if len(roadmap_id) <= 4 else roadmap_id


def _part(progress: Progress, node: int) -> dict[int, tuple[Tally, dict[int, Tally]]]:
    """Return the counts of the part that `node` is or stands in, and of its groups."""
    roadmap = progress.roadmap
    if roadmap.is_step(node) or roadmap.is_habit(node):
        node = roadmap.columns.parent[node]
    if roadmap.is_stage(node):
        return {node: _tallies(progress, node)}
    groups = [n for n in roadmap.children(node) if not (roadmap.is_step(n) or roadmap.is_habit(n))]
    return {node: (tally(progress, node), {group: tally(progress, group) for group in groups})}


def _tallies(progress: Progress, stage: int) -> tuple[Tally, dict[int, Tally]]:
    """Return the counts of a stage and of its courses: each step is looked at once."""
    roadmap = progress.roadmap
    courses = {
        node: tally(progress, node)
        for node in roadmap.children(stage)
        if not (roadmap.is_habit(node) or roadmap.is_muted(node))
    }
    return _sum(list(courses.values())), courses


def _in_short(
    progress: Progress, parts: dict[int, tuple[Tally, dict[int, Tally]]]
) -> dict[int, tuple[Tally, dict[int, Tally]]]:
    """Leave the steps of stages that hold nothing else to `status STAGE` and `list`."""
    is_step = progress.roadmap.is_step
    return {
        node: (whole, {} if all(map(is_step, courses)) else courses)
        for node, (whole, courses) in parts.items()
    }


def _sum(tallies: list[Tally]) -> Tally:
    return Tally(
        done=sum(each.done for each in tallies),
        total=sum(each.total for each in tallies),
        skipped=sum(each.skipped for each in tallies),
        started=sum(each.started for each in tallies),
        minutes_left=sum(each.minutes_left for each in tallies),
        without_estimate=sum(each.without_estimate for each in tallies),
    )


def _stage(
    progress: Progress,
    node: int,
    whole: Tally,
    courses: dict[int, Tally],
    lang: str,
    *,
    is_now: bool,
) -> StageSummary:
    roadmap = progress.roadmap
    summaries = [part(progress, course, lang, counts) for course, counts in courses.items()]
    open_now = [roadmap.id_of(branch) for branch in open_branches(progress, node)] if is_now else []
    return StageSummary(
        **part(progress, node, lang, whole)._asdict(), courses=summaries, open_now=open_now
    )


def _named(workspace: Workspace, name: list[str], prompts: Prompts) -> int:
    from llmroadmap.core.lookup.resolve import find_item  # only where a part is named

    return find_item(workspace, name, prompts.resolve_ambiguity)
