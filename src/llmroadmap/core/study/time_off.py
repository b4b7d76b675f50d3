"""Study time: the days of a learner, without long pauses.

A pause is the rule with people who learn by themselves, so what is forecast is study time. A gap of
more than two weeks counts as one week of it, and what the learner called a pause does not count.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from llmroadmap.core.progress.progress import Rest
from llmroadmap.core.records import NamedTuple

# A gap of more days than LONGEST_GAP counts as CUT_TO days.
LONGEST_GAP, CUT_TO = 14, 7


class Pause(NamedTuple):
    """Days that are no study time: after which day, and how many."""

    after: int
    days: int


class StudyTime(NamedTuple):
    """Study days from the first day up to today, the pauses between, and what came since.

    `away`: days since the last of the given days. The gap up to today is in `days`, cut as the
    others are, but it is not one of `pauses` yet.
    """

    days: int
    pauses: list[Pause]
    away: int


class TimeOff:
    """The days that pauses of the learner's cover, up to today."""

    def __init__(self, rests: Iterable[Rest], today: int) -> None:
        self._firsts: list[int] = []
        lasts: list[int] = []
        for first, last in sorted((rest.first, min(rest.last or today, today)) for rest in rests):
            if lasts and first <= lasts[-1] + 1:
                lasts[-1] = max(lasts[-1], last)
            elif first <= last:
                self._firsts.append(first)
                lasts.append(last)
        self._lasts = lasts
        lengths = (b - a + 1 for a, b in zip(self._firsts, lasts, strict=True))
        self._before = [0, *accumulate(lengths)]

    def __bool__(self) -> bool:
        return bool(self._firsts)

    def up_to(self, day: int) -> int:
        """Return how many days up to `day`, itself included, are off."""
        at = bisect_right(self._firsts, day)
        return self._before[at] - (max(self._lasts[at - 1] - day, 0) if at else 0)

    def between(self, first: int, last: int) -> int:
        """Return how many days from `first` to `last`, both included, are off."""
        return max(self.up_to(last) - self.up_to(first - 1), 0)


def gap(first: int, last: int, off: TimeOff) -> int:
    """Return the study days from one active day to the next."""
    left = last - first - off.between(first + 1, last - 1)
    return left if left <= LONGEST_GAP else CUT_TO


def study_time(days: Sequence[int], today: int, off: TimeOff) -> StudyTime:
    """Return the study time since the first of the active `days`, which are sorted."""
    if not days:
        return StudyTime(0, [], 0)
    total, pauses, has_off = 0, [], bool(off)
    for first, last in pairwise(days):
        counted = last - first
        if has_off:
            counted = gap(first, last, off)
        elif counted > LONGEST_GAP:
            counted = CUT_TO
        total += counted
        if counted < last - first:
            pauses.append(Pause(first, last - first - counted))
    away = max(today - days[-1], 0)
    # Today itself may still be studied on: of a pause that lasts, it is one more day.
    running = away - off.between(days[-1] + 1, today)
    return StudyTime(total + (running if running <= LONGEST_GAP else CUT_TO), pauses, away)
