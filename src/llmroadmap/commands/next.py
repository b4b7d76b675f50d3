"""next: what to study now."""

from typing import Annotated, NamedTuple

from typer import Option

from llmroadmap.core.habits import due
from llmroadmap.core.overview import tally
from llmroadmap.core.progress import OPEN, UNCOUNTED
from llmroadmap.core.selection import next_steps
from llmroadmap.core.summaries import (
    HabitSummary,
    OfferedStep,
    PartSummary,
    habit,
    offered,
    part,
)
from llmroadmap.core.values import parse_count
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap next", "llmroadmap next -n 5")


class NextResult(NamedTuple):
    """The steps to study now, best first; `stage` is the one that the first of them is in."""

    steps: list[OfferedStep]
    habits: list[HabitSummary]
    stage: PartSummary | None
    done: int
    total: int
    optional_left: int


def run(
    workspace: Workspace,
    n: Annotated[int, Option("-n", "--number", parser=parse_count, help="next.n")] = 0,
) -> NextResult:
    """Return the steps to study now."""
    progress, lang = workspace.progress, workspace.lang
    offers = next_steps(progress, n or workspace.settings.steps)
    today, week_starts = workspace.today, workspace.week_starts
    stage = progress.roadmap.stage_of(offers[0].node) if offers else None
    whole = tally(progress)
    return NextResult(
        [offered(progress, offer, lang) for offer in offers],
        [
            habit(progress, node, today, lang, week_starts)
            for node in due(progress, today, week_starts)
        ],
        None if stage is None else part(progress, stage, lang),
        whole.done,
        whole.total,
        progress.marks.count(OPEN + UNCOUNTED),
    )
