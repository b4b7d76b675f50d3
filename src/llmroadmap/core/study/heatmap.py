"""A heatmap of days, its levels by the learner's own quartiles, and a burn-up of weeks."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from llmroadmap.core.days import first_day_of, week_of
from llmroadmap.core.progress.progress import DONE, SKIPPED, Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.ledger import Sum


class Heatmap(NamedTuple):
    """Weeks as columns of seven levels: 0 for nothing, 1 to 4 by quartile, -1 outside of the span.

    `bounds`: the minutes up to which levels 1, 2 and 3 go.
    """

    first: int
    weeks: list[list[int]]
    bounds: list[int]


def heatmap(days: Mapping[int, Sum], first: int, last: int, week_starts: int = 0) -> Heatmap:
    """Return the days from `first` to `last`."""
    minutes = {day: max(sums.minutes, 1) for day, sums in days.items() if first <= day <= last}
    bounds = quartiles(minutes.values())
    begin = first_day_of(week_of(first, week_starts), week_starts)
    weeks = [
        [
            _level(minutes.get(day, 0), bounds) if first <= day <= last else -1
            for day in range(monday, monday + 7)
        ]
        for monday in range(begin, last + 1, 7)
    ]
    return Heatmap(begin, weeks, bounds)


def quartiles(values: Iterable[int]) -> list[int]:
    """Return three values that part the others into four; empty where there are none."""
    ordered = sorted(values)
    return [ordered[(len(ordered) - 1) * part // 4] for part in (1, 2, 3)] if ordered else []


def _level(minutes: int, bounds: list[int]) -> int:
    return 1 + bisect_left(bounds, minutes) if minutes else 0


class BurnUp(NamedTuple):
    """The end of a week: minutes of counted steps done, and the scope: done, open, not skipped."""

    week: int
    done: int
    scope: int


def burn_up(progress: Progress, first: int, last: int, week_starts: int = 0) -> list[BurnUp]:
    """Return the weeks from number `first` to `last`, by the plan as it is today.

    A skipped step is in the scope up to the week in which it was skipped. What was done on a day
    that nobody knows is done from the first week on.
    """
    estimates = progress.roadmap.columns.minutes
    done: dict[int, int] = {}
    left_out: dict[int, int] = {}

    def add(sums: dict[int, int], day: int, node: int) -> None:
        week = max(week_of(day, week_starts), first)
        sums[week] = sums.get(week, 0) + estimates[node]

    node = progress.states.find(DONE)
    while node >= 0:
        add(done, progress.finished[node], node)
        node = progress.states.find(DONE, node + 1)
    node = progress.states.find(SKIPPED)
    while node >= 0:
        add(left_out, progress.touched_on[node] or progress.finished[node], node)
        node = progress.states.find(SKIPPED, node + 1)
    finished = 0
    scope = progress.minutes_left() + sum(done.values()) + sum(left_out.values())
    weeks = []
    for week in range(first, last + 1):
        finished += done.get(week, 0)
        scope -= left_out.get(week, 0)
        weeks.append(BurnUp(week, finished, scope))
    return weeks
