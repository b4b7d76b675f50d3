"""stats: weeks, the year, hours by course and by kind."""

from datetime import date
from typing import Annotated

from llmroadmap.commands._pace import still_known, week_target
from llmroadmap.commands._stats import course_totals, kind_totals, week_totals
from llmroadmap.core.days import iso, week_of
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.study.heatmap import heatmap
from llmroadmap.core.study.ledger import Entry, by_day, ledger, total
from llmroadmap.core.study.streak import week_streak
from llmroadmap.core.study.time_off import TimeOff
from llmroadmap.declaration import Argument, Command, Count, Option, Part
from llmroadmap.prompts import Prompts
from llmroadmap.results.stats import DayTotal, StatsResult
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="when",
    examples=("llmroadmap stats", "llmroadmap stats --year 2026", "llmroadmap stats s1 --weeks 20"),
    paged=True,
)

# Weeks that are shown where no number is given.
_WEEKS = 10
_YEAR = 53 * 7


def run(
    workspace: Workspace,
    prompts: Prompts,
    part: Annotated[list[str] | None, Argument(Part(), help="stats.part")] = None,
    year: Annotated[int, Option("--year", help="stats.year", kind=Count())] = 0,
    weeks: Annotated[int, Option("--weeks", help="stats.weeks", kind=Count())] = 0,
) -> StatsResult:
    """Return what was studied, week by week and day by day, in which courses and kinds of steps."""
    node = find_item(workspace, part, prompts.resolve_ambiguity) if part else None
    progress, today, starts = workspace.progress, workspace.today, workspace.week_starts
    entries = [entry for entry in ledger(progress) if entry.day <= today]
    if node is not None:
        inside = workspace.roadmap.subtree(node)
        entries = [entry for entry in entries if entry.node in inside]
    first, last = _span(year, today)
    in_span = [entry for entry in entries if first <= entry.day <= last] if year else entries
    shown = heatmap(by_day(entries), first, last, starts)
    count = weeks or (53 if year else _WEEKS)
    last_week = week_of(last, starts)
    first_week = max(last_week - count + 1, week_of(first, starts) if year and not weeks else 0)
    sums = total(in_span)
    streak = week_streak(
        progress.study_days,
        today,
        TimeOff(progress.pauses, today),
        workspace.settings.days_per_week,
        starts,
    )
    return StatsResult(
        title=workspace.roadmap.title(workspace.lang),
        part=None if node is None else item_ref(progress, node, workspace.lang),
        minutes=sums.minutes,
        steps=sums.steps,
        active_days=sums.days
        if node is not None
        else _days_of_study(progress.study_days, year, first, last),
        study_weeks=streak.weeks,
        longest_row=streak.longest if workspace.settings.streak == "on" else None,
        target=week_target(workspace, progress),
        weeks=week_totals(workspace, entries, first_week, last_week, is_part=node is not None),
        days=_days(entries, shown.first, shown.weeks, first, last),
        first_day=iso(first),
        last_day=iso(last),
        week_starts=starts,
        bounds=shown.bounds,
        courses=course_totals(workspace, in_span),
        kinds=kind_totals(workspace, in_span),
        recall=still_known(workspace, progress) if node is None else None,
    )


def _days_of_study(days: list[int], year: int, first: int, last: int) -> int:
    """Return how many days up to `last` were studied on; in a year, from `first` on."""
    return sum((not year or first <= day) and day <= last for day in days)


def _span(year: int, today: int) -> tuple[int, int]:
    """Return the first and the last day of the year, or of the last twelve months."""
    if not year:
        return max(today - _YEAR + 1, 1), today
    if not 2 <= year <= date.fromordinal(today).year:
        raise InvalidOption("--year", str(year), "past-year")
    return date(year, 1, 1).toordinal(), min(date(year, 12, 31).toordinal(), today)


def _days(
    entries: list[Entry], begin: int, weeks: list[list[int]], first: int, last: int
) -> list[DayTotal]:
    levels = [level for week in weeks for level in week]
    return [
        DayTotal(day=iso(day), minutes=sums.minutes, steps=sums.steps, level=levels[day - begin])
        for day, sums in by_day(entries).items()
        if first <= day <= last
    ]
