"""A streak of weeks that forgives: an ordinary life does not break it."""

from collections.abc import Iterable

from llmroadmap.core.days import first_day_of, week_of
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.time_off import TimeOff

# Days a week that keep it, unless the learner says another number.
USUAL_DAYS = 2
# One missed week in so many is forgiven.
FORGIVEN_IN = 8

KEPT, FORGIVEN, RESTED, MISSED, RUNNING = "kept", "forgiven", "rested", "missed", "running"


class WeekStreak(NamedTuple):
    """Weeks in a row with enough days; `days` of `goal` this week; weeks of study so far in all.

    `marks`: what became of each week up to this one, the oldest first; forgiven and rested weeks
    add nothing. `longest`: the longest such row ever.
    """

    length: int
    longest: int
    weeks: int
    days: int
    goal: int
    marks: list[str]


def week_streak(
    days: Iterable[int], today: int, off: TimeOff, goal: int = USUAL_DAYS, week_starts: int = 0
) -> WeekStreak:
    """Return the streak of someone who was active on these days, each given once."""
    counts: dict[int, int] = {}
    for day in days:
        if day <= today:
            week = week_of(day, week_starts)
            counts[week] = counts.get(week, 0) + 1
    now = week_of(today, week_starts)
    if not counts:
        return WeekStreak(length=0, longest=0, weeks=0, days=0, goal=goal, marks=[])
    marks = [
        _mark(week, counts.get(week, 0), now, off, goal, week_starts)
        for week in range(min(counts), now + 1)
    ]
    lengths = _runs(marks)
    kept = sum(mark == KEPT for mark in marks)
    return WeekStreak(
        length=lengths[0],
        longest=max(lengths),
        weeks=kept,
        days=counts.get(now, 0),
        goal=goal,
        marks=marks,
    )


def _mark(week: int, days: int, now: int, off: TimeOff, goal: int, week_starts: int) -> str:
    if days >= goal:
        return KEPT
    first = first_day_of(week, week_starts)
    if off.between(first, first + 6):
        return RESTED
    return RUNNING if week == now else MISSED


def _runs(marks: list[str]) -> list[int]:
    """Return how many weeks each row keeps, the latest first, and mark what was forgiven in it."""
    lengths, place = [0], 0
    missed: tuple[int, int] | None = None  # the last one: its place, and its week
    for week in range(len(marks) - 1, -1, -1):
        if marks[week] == KEPT:
            lengths[-1] += 1
            if missed and lengths[-1]:
                marks[missed[1]] = FORGIVEN
        elif marks[week] != MISSED:
            continue
        elif missed is None or place - missed[0] >= FORGIVEN_IN:
            missed = place, week
        else:
            lengths.append(0)
            missed = place, week
        place += 1
    return lengths
