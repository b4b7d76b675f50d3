"""What stats and week reckon from the ledger."""

from collections.abc import Iterable

from llmroadmap.core.days import day_of, first_day_of, iso, week_of
from llmroadmap.core.progress.events import effective_events
from llmroadmap.core.study.heatmap import burn_up
from llmroadmap.core.study.ledger import Entry, by_week, factors, total
from llmroadmap.core.study.streak import week_streak
from llmroadmap.core.study.time_off import TimeOff
from llmroadmap.results.stats import CourseTotal, KindTotal, WeekTotal
from llmroadmap.storage.workspace import Workspace


def week_totals(
    workspace: Workspace, entries: list[Entry], first: int, last: int, *, is_part: bool
) -> list[WeekTotal]:
    """Return the weeks from number `first` to `last`; a part has the days on which it came on."""
    starts, progress = workspace.week_starts, workspace.progress
    marks = marks_by_week(workspace)
    changed = {
        week_of(day_of(event), starts)
        for event in effective_events(
            [each for each in workspace.events() if each["do"] in ("moved", "undo", "redo")]
        )
        if event["do"] == "moved"
    }
    sums = by_week(entries, first, last, starts)
    days = {week: each.days for week, each in sums.items()}
    if not is_part:
        for week in days:
            begins = first_day_of(week, starts)
            days[week] = sum(begins <= day < begins + 7 for day in progress.study_days)
    rows = burn_up(progress, first, last, starts)
    return [
        WeekTotal(
            first_day=iso(first_day_of(row.week, starts)),
            minutes=sums[row.week].minutes,
            steps=sums[row.week].steps,
            days=days[row.week],
            done_minutes=row.done,
            scope_minutes=row.scope,
            mark=marks.get(row.week, ""),
            plan_changed=row.week in changed,
        )
        for row in rows
    ]


def marks_by_week(workspace: Workspace) -> dict[int, str]:
    """Return what became of each week up to this one, by its number."""
    starts, today = workspace.week_starts, workspace.today
    progress = workspace.progress
    goal = workspace.settings.days_per_week
    marks = week_streak(
        progress.study_days, today, TimeOff(progress.pauses, today), goal, starts
    ).marks
    first = week_of(today, starts) - len(marks) + 1
    return {first + n: mark for n, mark in enumerate(marks)}


def course_totals(workspace: Workspace, entries: Iterable[Entry]) -> list[CourseTotal]:
    """Return what went into each course, the most first."""
    roadmap = workspace.roadmap
    inside: dict[int, list[Entry]] = {}
    for entry in entries:
        path = roadmap.path(entry.node)
        inside.setdefault(path[min(1, len(path) - 1)], []).append(entry)
    found = []
    for node, some in inside.items():
        sums, item = total(some), roadmap.item(node)
        found.append(
            CourseTotal(
                id=item.id,
                title=item.title(workspace.lang),
                minutes=sums.minutes,
                steps=sums.steps,
            )
        )
    return sorted(found, key=lambda each: -each.minutes)


def kind_totals(workspace: Workspace, entries: Iterable[Entry]) -> list[KindTotal]:
    """Return what went into each kind of steps, the most first."""
    inside: dict[str, list[Entry]] = {}
    for entry in entries:
        inside.setdefault(workspace.roadmap.item(entry.node).kind, []).append(entry)
    known = factors(workspace.progress)
    found = []
    for kind, some in inside.items():
        sums, real = total(some), known.get(kind)
        found.append(
            KindTotal(
                kind=kind,
                minutes=sums.minutes,
                steps=sums.steps,
                timed=real.steps if real else 0,
                actual_minutes=real.minutes if real else None,
                estimate_minutes=real.estimate if real else None,
                factor=round(real.factor, 2) if real else None,
            )
        )
    return sorted(found, key=lambda each: -each.minutes)
