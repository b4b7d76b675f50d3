"""Progress: what the events come to on a given roadmap."""

import sys
from collections.abc import Iterator
from itertools import compress
from typing import Literal, TypedDict

from llmroadmap.core.model.roadmap import HABIT, OPTIONAL, STEP, UNTIMED, Roadmap
from llmroadmap.core.records import NamedTuple

# The mark of a node, one byte each, so that a slice is counted without a loop.
OPEN, STARTED, DONE, SKIPPED = 0, 1, 2, 3
UNCOUNTED = 4  # added for optional steps
NO_STEP = 8  # groups, stages and habits
STATES = ("open", "started", "done", "skipped")

# The formats of `touched`, `touched_on`, `finished` and `notes`, as `memoryview.cast` calls them.
COLUMNS: "tuple[Literal['q', 'i'], ...]" = ("q", "i", "i", "i")
_SIZE = {"q": 8, "i": 4}  # bytes
_LEFT = bytes(state in (OPEN, STARTED) for state in range(256))
_IS_UNTIMED = bytes(bool(flags & UNTIMED) for flags in range(256))


class ItemDetails(TypedDict, total=False):
    """The sparse rest of what is known of one item."""

    started: str  # the instant of `start`, while its clock runs
    since: int  # the day of `start`, while in progress
    proofs: list[str]
    days: list[int]  # a habit's check-ins
    recalls: list[list[int]]  # day and grade of each time it was asked, as they were recorded
    asks: bool  # a note on it has questions of the learner's own
    # Of an item that the roadmap does not have (any more); of a node, the columns hold these:
    mark: int
    touched: int
    touched_on: int
    finished: int
    notes: int
    sittings: list[list[int]]  # day and minutes


class Rest(NamedTuple):
    """A pause of the learner's: its first and its last day, as ordinals; `last` is 0 while it lasts."""

    first: int
    last: int = 0

    def covers(self, day: int) -> bool:
        """Tell whether `day` is in it."""
        return self.first <= day and (not self.last or day <= self.last)


class Progress:
    """The state of every node.

    `states[i]` is one of OPEN … SKIPPED (+ UNCOUNTED for an optional step) or NO_STEP; `touched[i]`
    the instant of the last event on it, in seconds since 1970, 0 for never, `touched_on[i]` the
    learner's day that this event counts for; `finished[i]` the day on which it was done; `notes[i]`
    how many notes it has. Days are ordinals, 0 for none. `item_details` and `orphaned` hold the sparse
    rest, of nodes and of ids that the roadmap does not have. `sittings` is time really spent:
    three 32-bit integers each, the node, the day and the minutes.

    `active_days` are those with any activity, notes and recalls too; `study_days` those on which a
    step was started, worked on or finished: what every screen counts as days of study.

    The columns are blocks of bytes seen as integers (of COLUMNS' formats): copied, kept and read
    back without a look at any of them.
    """

    __slots__ = (
        "active_days",
        "finished",
        "item_details",
        "newest",
        "notes",
        "orphaned",
        "pauses",
        "roadmap",
        "sittings",
        "states",
        "study_days",
        "touched",
        "touched_on",
    )

    def __init__(
        self,
        roadmap: Roadmap,
        states: bytearray,
        touched: "memoryview[int]",
        touched_on: "memoryview[int]",
        finished: "memoryview[int]",
        notes: "memoryview[int]",
    ) -> None:
        self.roadmap = roadmap
        self.states = states
        self.touched = touched
        self.touched_on = touched_on
        self.finished = finished
        self.notes = notes
        self.item_details: dict[int, ItemDetails] = {}
        self.orphaned: dict[str, ItemDetails] = {}
        self.active_days: list[int] = []
        self.study_days: list[int] = []
        self.pauses: list[Rest] = []
        self.sittings = bytearray()
        self.newest = ""

    def columns(self) -> "tuple[memoryview[int], ...]":
        """Return the columns of integers, in the order of COLUMNS."""
        return self.touched, self.touched_on, self.finished, self.notes

    def copy(self) -> "Progress":
        """Return the same once more, to be changed; the traces, which never are, both share."""
        columns = zip(self.columns(), COLUMNS, strict=True)
        copied = Progress(
            self.roadmap,
            bytearray(self.states),
            *(memoryview(bytearray(column)).cast(kind) for column, kind in columns),
        )
        copied.item_details = dict(self.item_details)
        copied.orphaned = dict(self.orphaned)
        copied.active_days = list(self.active_days)
        copied.study_days = list(self.study_days)
        copied.pauses = list(self.pauses)
        copied.sittings = bytearray(self.sittings)
        copied.newest = self.newest
        return copied

    def state(self, node: int) -> str:
        """Return open, started, done or skipped: of a group, what its counted steps come to."""
        state = self.states[node]
        if state != NO_STEP:
            return STATES[state % UNCOUNTED]
        return self._state_of_group(node)

    def _state_of_group(self, node: int) -> str:
        done, skipped = self.count(DONE, node), self.count(SKIPPED, node)
        if self.left(node):
            begun = done or skipped or self.count(STARTED, node)
            return "started" if begun else "open"
        if done:
            return "done"
        return "skipped" if skipped else "open"

    def count(self, state: int, node: int | None = None) -> int:
        """Return how many counted steps of `node` (of everything: None) have `state`."""
        if node is None:
            return self.states.count(state)
        return self.states.count(state, node, self.roadmap.columns.end[node])

    def left(self, node: int | None = None) -> int:
        """Return how many counted steps are still to be done."""
        return self.count(OPEN, node) + self.count(STARTED, node)

    def open_children(self, node: int = -1) -> Iterator[int]:
        """Yield what is right below `node` (-1: the stages) and has something left, in file order.

        Goes from one open step to the next instead of from child to child: what is finished costs
        nothing, however much it is.
        """
        columns, states = self.roadmap.columns, self.states
        stop = columns.end[node] if node >= 0 else len(states)
        found = {state: states.find(state, node + 1, stop) for state in (OPEN, STARTED)}
        while offsets := [offset for offset in found.values() if offset >= 0]:
            child = min(offsets)
            while columns.parent[child] != node:
                child = columns.parent[child]
            yield child
            after = columns.end[child]
            for state, offset in found.items():
                if 0 <= offset < after:
                    found[state] = states.find(state, after, stop)

    def minutes_left(self, node: int | None = None) -> int:
        """Return the estimate, in minutes, of the counted steps still to be done.

        Those without one count as ASSUMED_MINUTES each: a forecast cannot leave them out.
        """
        start, stop = (0, len(self.states)) if node is None else _bounds(self.roadmap, node)
        is_left = self.states[start:stop].translate(_LEFT)
        return sum(compress(self.roadmap.columns.minutes[start:stop], is_left))

    def untimed_left(self, node: int | None = None) -> int:
        """Return how many counted steps still to be done are without an estimate."""
        if not self.roadmap.has_untimed:
            return 0
        start, stop = (0, len(self.states)) if node is None else _bounds(self.roadmap, node)
        is_left = self.states[start:stop].translate(_LEFT)
        is_untimed = self.roadmap.columns.flags[start:stop].translate(_IS_UNTIMED)
        return sum(compress(is_untimed, is_left))

    def is_met(self, node: int) -> bool:
        """Tell whether `node`, named in `needs`, holds nothing up any more."""
        return not self.left(node)

    def waits_for(self, node: int) -> list[int]:
        """Return the needs of `node` and of the groups above it that are not met."""
        needs = self.roadmap.needs
        if not needs:
            return []
        path = self.roadmap.path(node)
        return [need for n in path for need in needs.get(n, ()) if not self.is_met(need)]

    def last_touched(self, node: int) -> int:
        """Return the instant of the last event on `node` or below it, 0 for never."""
        start, stop = _bounds(self.roadmap, node)
        return max(self.touched[start:stop])

    def last_touched_on(self, node: int) -> int:
        """Return the learner's day of the last event on `node` or below it, 0 for never."""
        touched = self.touched
        return self.touched_on[max(self.roadmap.subtree(node), key=touched.__getitem__)]

    def all_sittings(self) -> Iterator[tuple[int, int, int]]:
        """Yield node, day and minutes of each sitting, as they were recorded."""
        numbers = iter(memoryview(self.sittings).cast("i"))
        return zip(numbers, numbers, numbers, strict=True)

    def add_sitting(self, node: int, day: int, minutes: int) -> None:
        """Record time spent on `node`."""
        for number in (node, day, minutes):
            self.sittings += number.to_bytes(4, sys.byteorder)

    def take_sittings(self, nodes: range) -> dict[int, list[list[int]]]:
        """Remove the sittings on `nodes` and return them, node by node."""
        taken: dict[int, list[list[int]]] = {}
        every = list(self.all_sittings()) if self.sittings else []
        if any(node in nodes for node, _, _ in every):
            self.sittings = bytearray()
            for node, day, minutes in every:
                if node in nodes:
                    taken.setdefault(node, []).append([day, minutes])
                else:
                    self.add_sitting(node, day, minutes)
        return taken

    def started(self) -> list[int]:
        """Return the steps in progress, in file order; what is muted is not one of them."""
        states = self.states
        found = []
        for state in (STARTED, STARTED + UNCOUNTED):
            node = states.find(state)
            while node >= 0:
                found.append(node)
                node = states.find(state, node + 1)
        return sorted(node for node in found if not self.roadmap.is_muted(node))

    def last_steps(self) -> list[int]:
        """Return the step that was touched last, in a list that is empty where none ever was.

        What was skipped is out of the way, and a later one of the same second was touched later.
        """
        states, steps = self.states, []
        for node, touched in enumerate(self.touched):
            if touched and states[node] < NO_STEP and states[node] % UNCOUNTED != SKIPPED:
                steps.append((touched, node))
        return [max(steps)[1]] if steps else []

    def optional_left(self) -> int:
        """Return how many optional steps are open; what is muted is none of them."""
        muted = self.roadmap.muted_steps
        left = self.states.count(OPEN + UNCOUNTED)
        return left - sum(self.states[node] == OPEN + UNCOUNTED for node in muted)

    def details(self, node: int) -> ItemDetails:
        """Return the sparse rest of what is known of `node`."""
        return self.item_details.get(node, {})

    @property
    def has_answers(self) -> bool:
        """Tell whether anything was ever recalled."""
        return any("recalls" in details for details in self.item_details.values())

    def all_notes(self) -> int:
        """Return how many notes there are, on items that the roadmap does not have included."""
        return sum(self.notes) + sum([t["notes"] for t in self.orphaned.values() if "notes" in t])

    def all_details(self) -> list[ItemDetails]:
        """Return what is known of all items, those that the roadmap does not have included."""
        return [*self.item_details.values(), *self.orphaned.values()]


def _bounds(roadmap: Roadmap, node: int) -> tuple[int, int]:
    return node, roadmap.columns.end[node]


def nothing_yet(roadmap: Roadmap) -> Progress:
    """Return the progress of someone who has not begun."""
    table = bytes(_first_state(flags) for flags in range(256))
    states = bytearray(roadmap.columns.flags.translate(table))
    columns = (memoryview(bytearray(_SIZE[kind] * len(roadmap))).cast(kind) for kind in COLUMNS)
    return Progress(roadmap, states, *columns)


def _first_state(flags: int) -> int:
    if flags & (STEP | HABIT) != STEP:
        return NO_STEP
    return OPEN + UNCOUNTED if flags & OPTIONAL else OPEN
