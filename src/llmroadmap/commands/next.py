"""next: what to study now."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

from typer import Option

from llmroadmap.core.explanation import Term, explain, holds_up
from llmroadmap.core.habits import HabitSummary, due, habit
from llmroadmap.core.naming import Which, find_item
from llmroadmap.core.overview import tally
from llmroadmap.core.progress import OPEN, UNCOUNTED, Progress
from llmroadmap.core.selection import Offer, next_steps
from llmroadmap.core.summaries import OfferedStep, PartSummary, Place, offered, part, place
from llmroadmap.core.values import parse_count, parse_kind, parse_minutes
from llmroadmap.storage.workspace import Workspace

EXAMPLES = (
    "llmroadmap next",
    "llmroadmap next -n 5",
    "llmroadmap next --time 30m",
    "llmroadmap next --stage s2 --kind paper",
    "llmroadmap next --why",
)

# Where nothing fits, the shortest of so many is offered instead.
_COMPARED = 100


class Asked(NamedTuple):
    """What the steps were to be: of at most so many minutes, in a part of the plan, of a kind."""

    minutes: int
    part: Place | None
    kind: str


class NextResult(NamedTuple):
    """The steps to study now, best first; `stage` is the one that the first of them is in.

    `fits` is false where nothing was short enough, and the shortest is offered instead. `waits_for`:
    what has to be done before anything in the part that was asked for. `why`: the grounds of the
    first step, if they were asked for.
    """

    steps: list[OfferedStep]
    habits: list[HabitSummary]
    stage: PartSummary | None
    done: int
    total: int
    optional_left: int
    asked: Asked
    fits: bool
    waits_for: list[Place]
    why: list[Term]


def run(
    workspace: Workspace,
    which: Which,
    n: Annotated[int, Option("-n", "--number", parser=parse_count, help="next.n")] = 0,
    time: Annotated[
        int, Option("--time", "-t", metavar="TIME", parser=parse_minutes, help="next.time")
    ] = 0,
    stage: Annotated[str, Option("--stage", "-s", metavar="ITEM", help="next.stage")] = "",
    kind: Annotated[
        str, Option("--kind", "-k", metavar="KIND", parser=parse_kind, help="next.kind")
    ] = "",
    why: Annotated[bool, Option("--why", help="next.why")] = False,
) -> NextResult:
    """Return the steps to study now, or those of them that were asked for."""
    progress, lang = workspace.progress, workspace.lang
    within = find_item(workspace, stage, which) if stage else None
    wanted = _wanted(progress, time, kind)
    offers = next_steps(progress, n or workspace.settings.steps, within=within, accept=wanted)
    fits = bool(offers) or not time
    if not fits:
        offers = _shortest(progress, within, _wanted(progress, 0, kind))
    grounds = explain(progress, offers[0], lang, workspace.day_of, within) if why and offers else []
    whole = tally(progress)
    return NextResult(
        [offered(progress, offer, lang) for offer in offers],
        _habits(workspace) if not (time or stage or kind) else [],
        part(progress, progress.roadmap.stage_of(offers[0].node), lang) if offers else None,
        whole.done,
        whole.total,
        progress.marks.count(OPEN + UNCOUNTED),
        Asked(time, None if within is None else place(progress, within, lang), kind),
        fits,
        [] if within is None else [place(progress, n, lang) for n in holds_up(progress, within)],
        grounds,
    )


def _wanted(progress: Progress, minutes: int, kind: str) -> Callable[[int], bool]:
    roadmap = progress.roadmap

    def accept(node: int) -> bool:
        short = not minutes or roadmap.columns.minutes[node] <= minutes
        return short and (not kind or roadmap.item(node).kind == kind)

    return accept


def _shortest(progress: Progress, within: int | None, accept: Callable[[int], bool]) -> list[Offer]:
    offers = next_steps(progress, _COMPARED, within=within, accept=accept)
    minutes = progress.roadmap.columns.minutes
    return sorted(offers, key=lambda offer: minutes[offer.node])[:1]


def _habits(workspace: Workspace) -> list[HabitSummary]:
    today, week_starts = workspace.today, workspace.week_starts
    progress, lang = workspace.progress, workspace.lang
    nodes = due(progress, today, week_starts)
    return [habit(progress, node, today, lang, week_starts) for node in nodes]
