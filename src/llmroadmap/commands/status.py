"""status: how far you are."""

from typing import Annotated, NamedTuple

from typer import Argument, Option

from llmroadmap.core.earlier import EarlierItem, earlier
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.habits import streak
from llmroadmap.core.naming import Which, find_item
from llmroadmap.core.overview import Tally, open_sides, tally
from llmroadmap.core.progress import Progress
from llmroadmap.core.selection import next_steps
from llmroadmap.core.summaries import OfferedStep, PartSummary, offered, part
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap status", "llmroadmap status s1", "llmroadmap status --line")


class StageSummary(NamedTuple):
    """A stage with its courses; `open_now` are the courses that have a step to offer."""

    id: str
    title: str
    done: int
    total: int
    skipped: int
    percent: int
    minutes_left: int
    courses: list[PartSummary]
    open_now: list[str]


class StatusResult(NamedTuple):
    """The whole and its parts; `focus` is the first step to study now.

    `streak`: days in a row with any activity. `is_line`: one line of it was asked for.
    """

    title: str
    done: int
    total: int
    skipped: int
    percent: int
    minutes_left: int
    stages: list[StageSummary]
    focus: OfferedStep | None
    earlier: list[EarlierItem]
    notes: int
    proofs: int
    short_title: str
    streak: int
    is_line: bool


def run(
    workspace: Workspace,
    which: Which,
    stage: Annotated[str, Argument(metavar="[STAGE]", help="status.stage")] = "",
    line: Annotated[bool, Option("--line", help="status.line")] = False,
) -> StatusResult:
    """Return the counts of the roadmap, stage by stage and course by course."""
    if line and stage:
        raise UsageProblem("one-of", "STAGE, --line", "status")
    progress, lang = workspace.progress, workspace.lang
    roadmap = workspace.roadmap
    chosen = [roadmap.stage_of(find_item(workspace, stage, which))] if stage else roadmap.stages()
    counted = {node: _tallies(progress, node) for node in roadmap.stages()}
    whole = _sum([total for total, _ in counted.values()])
    first = next_steps(progress, 1)
    return StatusResult(
        roadmap.title(lang),
        whole.done,
        whole.total,
        whole.skipped,
        whole.percent,
        whole.minutes_left,
        [_stage(progress, node, *counted[node], lang) for node in chosen],
        offered(progress, first[0], lang) if first else None,
        earlier(progress, lang),
        progress.all_notes(),
        sum([len(trace["proofs"]) for trace in progress.all_traces() if "proofs" in trace]),
        _short(roadmap.id),
        streak(progress.active_days, workspace.today, "daily", progress.pauses),
        line,
    )


def _short(roadmap_id: str) -> str:
    """Return a name for a roadmap that is short enough for a prompt: LLM, rust-book."""
    return roadmap_id.upper() if len(roadmap_id) <= 4 else roadmap_id


def _tallies(progress: Progress, stage: int) -> tuple[Tally, dict[int, Tally]]:
    """Return the counts of a stage and of its courses: each step is looked at once."""
    roadmap = progress.roadmap
    courses = {
        node: tally(progress, node)
        for node in roadmap.children(stage)
        if not roadmap.is_habit(node)
    }
    return _sum(list(courses.values())), courses


def _sum(tallies: list[Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies, strict=True))) if tallies else Tally(0, 0, 0, 0, 0)


def _stage(
    progress: Progress, node: int, whole: Tally, courses: dict[int, Tally], lang: str
) -> StageSummary:
    roadmap = progress.roadmap
    summaries = [part(progress, course, lang, counts) for course, counts in courses.items()]
    open_now = [roadmap.id_of(side) for side in open_sides(progress, node)]
    return StageSummary(*part(progress, node, lang, whole), summaries, open_now)
