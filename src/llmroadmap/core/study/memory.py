"""What is probably still known of what is done: a memory for each finished step, and its curve.

A memory is folded from the day a step was finished and the grades it got since; `fsrs_memory` does
that. This module reads memories: it costs nothing at the start.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from llmroadmap.core.model.roadmap import ASKED
from llmroadmap.core.progress.progress import DONE, UNCOUNTED, Progress

# What finishing a step counts as, among the grades 1 (forgotten) to 4 (known at once).
FORGOTTEN, WELL = 1, 3

# Day and grade of each time a step was gone through, the first being the day it was finished.
Reviews = tuple[tuple[int, int], ...]


class Memory(NamedTuple):
    """What FSRS knows of one step; days are ordinals.

    `stability`: the days after which it is still known with 90 %. `difficulty`: 1 to 10. `last`: the
    day it was last asked, or finished. `due`: the day on which to ask again.
    """

    stability: float
    difficulty: float
    last: int
    due: int


class Curve(NamedTuple):
    """How fast everybody forgets: two constants of FSRS."""

    factor: float
    decay: float

    def known(self, memory: Memory, day: int) -> float:
        """Return the chance, 0 to 1, that what `memory` is of is known on `day`."""
        days = max(day - memory.last, 0)
        return float((1 + self.factor * days / memory.stability) ** self.decay)


class Memories(NamedTuple):
    """The memories of all finished steps that are asked about, by node, in the plan's order."""

    curve: Curve
    of: Mapping[int, Memory]

    def known(self, node: int, day: int) -> float:
        """Return the chance that a step is known on `day`."""
        return self.curve.known(self.of[node], day)

    def mean(self, day: int) -> float:
        """Return the share of the finished steps that is probably known on `day`, 0 without any."""
        if not self.of:
            return 0.0
        return sum([self.curve.known(memory, day) for memory in self.of.values()]) / len(self.of)


def asked_about(progress: Progress) -> list[int]:
    """Return the finished steps that can be asked about, in the plan's order."""
    flags, states = progress.roadmap.columns.flags, progress.states
    details = progress.item_details
    found = []
    for state in (DONE, DONE + UNCOUNTED):
        node = states.find(state)
        while node >= 0:
            # Of what was finished nobody knows when, nobody knows how much is left.
            is_asked = flags[node] & ASKED or "asks" in details.get(node, ())
            if is_asked and reviews(progress, node):
                found.append(node)
            node = states.find(state, node + 1)
    return sorted(found)


def reviews(progress: Progress, node: int) -> Reviews:
    """Return when a finished step was gone through, and how well it was known, the oldest first.

    Finishing it comes before being asked on the same day. What has no day counts for none.
    """
    asked = [(day, grade) for day, grade in progress.details(node).get("recalls", ()) if day]
    if not progress.finished[node]:
        return tuple(sorted(asked, key=_day))
    finished = (progress.finished[node], WELL)
    before = sorted([each for each in asked if each[0] < finished[0]], key=_day)
    after = sorted([each for each in asked if each[0] >= finished[0]], key=_day)
    return (*before, finished, *after)


def _day(review: tuple[int, int]) -> int:
    return review[0]


def memories_of(
    progress: Progress, curve: Curve, remember: Callable[[int, Reviews], Memory]
) -> Memories:
    """Return the memories of all finished steps; `remember` makes one of a node's reviews."""
    nodes = asked_about(progress)
    return Memories(curve, {node: remember(node, reviews(progress, node)) for node in nodes})


def answered_on(progress: Progress, day: int) -> int:
    """Return how many answers were given on `day`."""
    return sum(
        [
            asked == day
            for details in progress.item_details.values()
            if "recalls" in details
            for asked, _ in details["recalls"]
        ]
    )


def due(memories: Memories, day: int) -> list[int]:
    """Return the steps to ask about on `day`, the least known first; none twice a day."""
    waiting = [node for node, memory in memories.of.items() if memory.due <= day]
    return sorted(waiting, key=lambda node: (memories.known(node, day), node))


def lapsed(progress: Progress, nodes: Iterator[int]) -> Iterator[int]:
    """Yield those of `nodes` that are done and were not known when they were last asked about."""
    for node in nodes:
        if (
            progress.states[node] % UNCOUNTED != DONE
            or progress.roadmap.columns.end[node] != node + 1
        ):
            continue
        if "recalls" in progress.details(node) and reviews(progress, node)[-1][1] == FORGOTTEN:
            yield node
