"""What to recall so that most is known on one day: of an exam, of an interview.

Each answer before that day is worth what it adds to the chance that the step is known then. The last
days are given away first, to the steps that gain the most; what is left over of earlier days goes to
steps that gain by being asked twice.
"""

from collections.abc import Mapping
from typing import NamedTuple

from llmroadmap.core.study.fsrs_memory import Fsrs
from llmroadmap.core.study.memory import FORGOTTEN, WELL, Memories, Memory

# So many days before the day it begins: earlier, plain `recall` does better.
FARTHEST = 90
# What adds less to the chance that a step is known is not worth a question.
_WORTH = 0.01


class RecallPlan(NamedTuple):
    """The steps to ask about, by day; how much is known on the day with them, and without (0 to 1)."""

    days: Mapping[int, list[int]]
    known: float
    without: float


class _Days(NamedTuple):
    """Today, the day it is all for, and how many questions fit in a day, and today."""

    today: int
    until: int
    most: int
    left_today: int

    def room(self, day: int) -> int:
        return self.left_today if day == self.today else self.most


def plan_until(
    memories: Memories, fsrs: Fsrs, today: int, until: int, most: int, left_today: int
) -> RecallPlan:
    """Return what to ask on each day from `today` to the day before `until`.

    `most` questions a day, `left_today` of them today.
    """
    return _Planner(
        memories, fsrs, _Days(today=today, until=until, most=most, left_today=left_today)
    ).plan()


class _Planner:
    """Gives the questions of each day away."""

    def __init__(self, memories: Memories, fsrs: Fsrs, days: _Days) -> None:
        self.memories = memories
        self.fsrs = fsrs
        self.days = days
        self.asked: dict[int, list[int]] = {node: [] for node in memories.of}
        self.known = {node: memories.known(node, days.until) for node in memories.of}

    def plan(self) -> RecallPlan:
        without = self._mean()
        by_day: dict[int, list[int]] = {}
        first = max(self.days.today, self.days.until - FARTHEST)
        for times in (0, 1):
            for day in reversed(range(first, self.days.until)):
                room = self.days.room(day) - len(by_day.get(day, ()))
                for node, known in self._best(day, times, room):
                    by_day.setdefault(day, []).append(node)
                    self.asked[node].insert(0, day)
                    self.known[node] = known
        by_day = {day: self._in_order(day, by_day[day]) for day in sorted(by_day)}
        return RecallPlan(by_day, self._mean(), without)

    def _mean(self) -> float:
        return sum(self.known.values()) / len(self.known) if self.known else 0.0

    def _in_order(self, day: int, nodes: list[int]) -> list[int]:
        return sorted(nodes, key=lambda node: (self.memories.known(node, day), node))

    def _best(self, day: int, times: int, room: int) -> list[tuple[int, float]]:
        """Return up to `room` steps, asked `times` times yet, that gain most by a question on `day`."""
        if room <= 0:
            return []
        gains = []
        for node, asked in self.asked.items():
            if len(asked) != times or (asked and asked[0] <= day):
                continue
            known = self._expected(self.memories.of[node], [day, *asked])
            if known - self.known[node] >= _WORTH:
                gains.append((self.known[node] - known, node, known))
        return [(node, known) for _, node, known in sorted(gains)[:room]]

    def _expected(self, memory: Memory, asked: list[int]) -> float:
        """Return the chance that a step is known on the day, asked on these days before.

        It is known when asked, or not; then its answer was read.
        """
        if not asked:
            return self.memories.curve.known(memory, self.days.until)
        day, *rest = asked
        chance = self.memories.curve.known(memory, day)
        well = self._expected(self.fsrs.after(memory, day, WELL), rest)
        forgotten = self._expected(self.fsrs.after(memory, day, FORGOTTEN), rest)
        return chance * well + (1 - chance) * forgotten
