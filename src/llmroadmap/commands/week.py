"""week: one week in one screen, and what comes next."""

from datetime import date
from typing import Annotated

from llmroadmap.commands._pace import week_target
from llmroadmap.commands.notes import summary
from llmroadmap.core.days import day_of, first_day_of, iso, week_of
from llmroadmap.core.errors import InvalidOption, UsageProblem
from llmroadmap.core.progress.events import Event
from llmroadmap.core.progress.notes import notes, standing
from llmroadmap.core.study.ledger import Entry, ledger, total
from llmroadmap.core.study.planning import works
from llmroadmap.core.study.selection import next_steps
from llmroadmap.core.study.slots import Sitting, lay, parse_slots
from llmroadmap.declaration import Choice, Command, Option
from llmroadmap.results.summaries import item_ref, offered
from llmroadmap.results.week import DayOfWeek, KeptProof, PlannedSlot, Portion, WeekResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="stats",
    examples=(
        "llmroadmap week",
        "llmroadmap week --last",
        "llmroadmap week --next",
        "llmroadmap week --last --format markdown",
    ),
    paged=True,
)

# Steps that come next, and the most that are laid into slots.
_NEXT, _LAID = 3, 60


def run(
    workspace: Workspace,
    last: Annotated[bool, Option("--last", help="week.last")] = False,
    next: Annotated[bool, Option("--next", help="week.next")] = False,
    format: Annotated[
        str, Option("--format", help="week.format", kind=Choice("text", "markdown"))
    ] = "text",
) -> WeekResult:
    """Return what a week brought, or what the next one can."""
    if last and next:
        raise UsageProblem("one-of", "--last, --next", "week")
    if format not in ("text", "markdown"):
        raise InvalidOption("--format", format, "week-format")
    starts, progress = workspace.week_starts, workspace.progress
    week = week_of(workspace.today, starts) - last + next
    first = first_day_of(week, starts)
    entries = [entry for entry in ledger(progress, first) if entry.day < first + 7]
    sums = total(entries)
    written = _written(workspace, first) if not next else []
    which = "last" if last else "next" if next else "this"
    slots = parse_slots(workspace.settings.study) if next else []
    offers = next_steps(progress, _LAID if slots else _NEXT)
    return WeekResult(
        title=workspace.roadmap.title(workspace.lang),
        which=which,
        first_day=iso(first),
        last_day=iso(first + 6),
        minutes=sums.minutes,
        steps=sums.steps,
        active_days=sum(first <= day < first + 7 for day in progress.study_days),
        target_minutes=round(60 * workspace.settings.hours) or None,
        target=week_target(workspace, progress) if which == "this" else None,
        days=[_day(workspace, day, entries) for day in range(first, first + 7)],
        notes=[summary(workspace, note) for note in notes(written, workspace.roadmap)],
        proofs=_proofs(workspace, written),
        slots=[
            _planned(workspace, sitting)
            for sitting in lay(works(progress, offers), slots, range(workspace.today, first + 7))
        ],
        has_slots=bool(slots),
        next=[offered(progress, offer, workspace.lang) for offer in offers[:_NEXT]],
        output=format,
    )


def _day(workspace: Workspace, day: int, entries: list[Entry]) -> DayOfWeek:
    here = [entry for entry in entries if entry.day == day]
    finished = [entry.node for entry in here if entry.steps]
    return DayOfWeek(
        day=iso(day),
        minutes=total(here).minutes,
        steps=[item_ref(workspace.progress, node, workspace.lang) for node in finished],
    )


def _written(workspace: Workspace, first: int) -> list[Event]:
    """Return the notes and proofs of the week, and what decides on their item and whether they stand.

    Names are looked up for these alone: a plan may have a hundred thousand.
    """
    progress = workspace.progress
    if not progress.all_notes() and not any("proofs" in each for each in progress.all_details()):
        return []
    return [
        event
        for event in workspace.events()
        if event["do"] in ("moved", "undo", "redo")
        or (event["do"] in ("note", "proof") and first <= day_of(event) < first + 7)
    ]


def _proofs(workspace: Workspace, events: list[Event]) -> list[KeptProof]:
    roadmap = workspace.roadmap
    kept = []
    for event, item in standing(events, roadmap):
        if event["do"] == "proof":
            node = roadmap.find(item)
            title = roadmap.item(node).title(workspace.lang) if node is not None else ""
            kept.append(KeptProof(item, title, event.get("url", "")))
    return kept


def _planned(workspace: Workspace, sitting: Sitting) -> PlannedSlot:
    portions = []
    for each in sitting.portions:
        ref = item_ref(workspace.progress, each.node, workspace.lang)
        portions.append(Portion(id=ref.id, title=ref.title, minutes=each.minutes, left=each.left))
    return PlannedSlot(
        day=date.fromordinal(sitting.day).isoformat(),
        time=sitting.slot.time,
        minutes=sitting.slot.minutes,
        portions=portions,
    )
