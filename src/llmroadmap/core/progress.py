"""Progress: what the events come to on a given roadmap."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypedDict

from llmroadmap.core.events import STATE_VERBS, Event, day_of, instant, live
from llmroadmap.core.roadmap import HABIT, OPTIONAL, STEP, Roadmap

# The mark of a node, one byte each, so that a slice is counted without a loop.
OPEN, STARTED, DONE, SKIPPED = 0, 1, 2, 3
UNCOUNTED = 4  # added for optional steps
NO_STEP = 8  # groups, stages and habits
STATES = ("open", "started", "done", "skipped")
_MARK_AFTER = {"start": STARTED, "done": DONE, "skip": SKIPPED, "reopen": OPEN}


class Trace(TypedDict, total=False):
    """The sparse rest of what is known of one item."""

    started: str  # the instant of `start`, while in progress
    notes: int
    proofs: list[str]
    days: list[int]  # a habit's check-ins
    # Of an item that the roadmap does not have (any more):
    mark: int
    touched: int
    finished: int


class Progress:
    """The state of every node.

    `marks[i]` is one of OPEN … SKIPPED (+ UNCOUNTED for an optional step) or NO_STEP; `touched[i]`
    the instant of the last event on it, in seconds since 1970, 0 for never; `finished[i]` the day
    on which it was done, as an ordinal, 0 for none. `traces` and `strangers` hold the sparse rest,
    of nodes and of ids that the roadmap does not have.
    """

    __slots__ = (
        "active_days",
        "finished",
        "marks",
        "newest",
        "pauses",
        "roadmap",
        "strangers",
        "touched",
        "traces",
    )

    def __init__(
        self,
        roadmap: Roadmap,
        marks: bytearray,
        touched: Sequence[int],
        finished: Sequence[int],
    ) -> None:
        self.roadmap = roadmap
        self.marks = marks
        # Lists while events are applied, views on the cache's bytes when read from there.
        self.touched: Any = touched
        self.finished: Any = finished
        self.traces: dict[int, Trace] = {}
        self.strangers: dict[str, Trace] = {}
        self.active_days: list[int] = []
        self.pauses: list[int] = []
        self.newest = ""

    def state(self, node: int) -> str:
        """Return open, started, done or skipped: of a group, what its counted steps come to."""
        mark = self.marks[node]
        if mark != NO_STEP:
            return STATES[mark % UNCOUNTED]
        return self._state_of_group(node)

    def _state_of_group(self, node: int) -> str:
        done, skipped = self.count(DONE, node), self.count(SKIPPED, node)
        if self.left(node):
            begun = done or skipped or self.count(STARTED, node)
            return "started" if begun else "open"
        if done:
            return "done"
        return "skipped" if skipped else "open"

    def count(self, mark: int, node: int | None = None) -> int:
        """Return how many counted steps of `node` (of everything: None) have `mark`."""
        if node is None:
            return self.marks.count(mark)
        return self.marks.count(mark, node, self.roadmap.columns.end[node])

    def left(self, node: int | None = None) -> int:
        """Return how many counted steps are still to be done."""
        return self.count(OPEN, node) + self.count(STARTED, node)

    def open_children(self, node: int = -1) -> Iterator[int]:
        """Yield what is right below `node` (-1: the stages) and has something left, in file order.

        Goes from one open step to the next instead of from child to child: what is finished costs
        nothing, however much it is.
        """
        columns, marks = self.roadmap.columns, self.marks
        stop = columns.end[node] if node >= 0 else len(marks)
        found = {mark: marks.find(mark, node + 1, stop) for mark in (OPEN, STARTED)}
        while places := [place for place in found.values() if place >= 0]:
            child = min(places)
            while columns.parent[child] != node:
                child = columns.parent[child]
            yield child
            after = columns.end[child]
            for mark, place in found.items():
                if 0 <= place < after:
                    found[mark] = marks.find(mark, after, stop)

    def minutes_left(self, node: int | None = None) -> int:
        """Return the estimate, in minutes, of the counted steps still to be done."""
        start, stop = (0, len(self.marks)) if node is None else _bounds(self.roadmap, node)
        minutes = self.roadmap.columns.minutes
        marks = self.marks
        return sum([minutes[i] for i in range(start, stop) if marks[i] <= STARTED])

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
        return int(max(self.touched[start:stop]))

    def started(self) -> list[int]:
        """Return the steps in progress, in file order."""
        marks = self.marks
        found = []
        for mark in (STARTED, STARTED + UNCOUNTED):
            node = marks.find(mark)
            while node >= 0:
                found.append(node)
                node = marks.find(mark, node + 1)
        return sorted(found)

    def trace(self, node: int) -> Trace:
        """Return the sparse rest of what is known of `node`."""
        return self.traces.get(node, {})

    def all_traces(self) -> list[Trace]:
        """Return what is known of all items, those that the roadmap does not have included."""
        return [*self.traces.values(), *self.strangers.values()]


def _bounds(roadmap: Roadmap, node: int) -> tuple[int, int]:
    return node, roadmap.columns.end[node]


def nothing_yet(roadmap: Roadmap) -> Progress:
    """Return the progress of someone who has not begun."""
    table = bytes(_first_mark(flags) for flags in range(256))
    zeros = [0] * len(roadmap)
    return Progress(roadmap, bytearray(roadmap.columns.flags.translate(table)), zeros, list(zeros))


def _first_mark(flags: int) -> int:
    if flags & (STEP | HABIT) != STEP:
        return NO_STEP
    return OPEN + UNCOUNTED if flags & OPTIONAL else OPEN


def fold(roadmap: Roadmap, events: Sequence[Event]) -> Progress:
    """Return what the events, whatever the order of their lines, come to on this roadmap."""
    progress = nothing_yet(roadmap)
    if events:
        newest = max(events, key=lambda event: (instant(event["at"]), event["id"]))
        progress.newest = newest["at"]
    _apply(progress, live(events))
    return progress


def can_advance(progress: Progress, events: Sequence[Event]) -> bool:
    """Tell whether `advance` comes to the same as folding everything again."""
    simple = (*STATE_VERBS, "note", "proof", "checkin")
    if not all(event["do"] in simple for event in events):
        return False
    times = [instant(event["at"]) for event in events]
    if progress.newest:
        times.insert(0, instant(progress.newest))
    # At one instant the ids decide, and that of the newest event is not known any more.
    return all(earlier < later for earlier, later in pairwise(times))


def advance(progress: Progress, events: Sequence[Event]) -> Progress:
    """Return `progress` after `events` of new changes, which all came later; see `can_advance`."""
    after = Progress(
        progress.roadmap,
        bytearray(progress.marks),
        list(progress.touched),
        list(progress.finished),
    )
    after.traces = {node: _copy(trace) for node, trace in progress.traces.items()}
    after.strangers = {name: _copy(trace) for name, trace in progress.strangers.items()}
    after.active_days = list(progress.active_days)
    after.pauses = list(progress.pauses)
    after.newest = events[-1]["at"] if events else progress.newest
    _apply(after, events)
    return after


def _copy(trace: Trace) -> Trace:
    copy = trace.copy()
    if "proofs" in copy:
        copy["proofs"] = list(copy["proofs"])
    if "days" in copy:
        copy["days"] = list(copy["days"])
    return copy


def _apply(progress: Progress, events: Iterable[Event]) -> None:
    find = progress.roadmap.find
    days = set(progress.active_days)
    for event in events:
        verb = event["do"]
        if verb == "pause":
            progress.pauses.append(day_of(event))
        item = event.get("item")
        if item is None:
            continue
        if verb == "moved":
            if event.get("to"):
                _move(progress, item, event["to"])
            continue
        node = find(item)
        day = day_of(event)
        if verb in _MARK_AFTER or verb in ("note", "proof", "checkin"):
            if verb not in ("skip", "reopen"):
                days.add(day)
            _apply_to(progress, node, item, event, day)
    progress.active_days = sorted(days)


def _apply_to(progress: Progress, node: int | None, item: str, event: Event, day: int) -> None:
    """Apply an event to a node, or to the trace of an id that is none."""
    verb = event["do"]
    if verb in _MARK_AFTER:
        if node is None or progress.marks[node] == NO_STEP:
            # An id the roadmap does not have, or a step that became a group: it waits here.
            _mark_stranger(progress, item, event, day)
            return
        _mark(progress, node, event, day)
    if node is not None:
        progress.touched[node] = max(progress.touched[node], int(instant(event["at"])))
        trace = progress.traces.setdefault(node, {})
    else:
        trace = progress.strangers.setdefault(item, {})
        trace["touched"] = max(trace.get("touched", 0), int(instant(event["at"])))
    _add_words(trace, event, day)
    if node is not None and not trace:
        del progress.traces[node]


def _add_words(trace: Trace, event: Event, day: int) -> None:
    verb = event["do"]
    if verb == "note":
        trace["notes"] = trace.get("notes", 0) + 1
    elif verb == "proof" and "url" in event:
        trace.setdefault("proofs", []).append(event["url"])
    elif verb == "checkin" and day not in trace.get("days", ()):
        trace["days"] = sorted([*trace.get("days", ()), day])
    elif verb == "start":
        trace["started"] = event["at"]
    elif verb in _MARK_AFTER:
        trace.pop("started", None)


def _mark(progress: Progress, node: int, event: Event, day: int) -> None:
    offset = progress.marks[node] & UNCOUNTED
    was_done = progress.marks[node] - offset == DONE
    mark = _MARK_AFTER[event["do"]]
    progress.marks[node] = mark + offset
    # Ticked twice, by two machines perhaps: the first day stands.
    if mark != DONE:
        progress.finished[node] = 0
    elif not was_done:
        progress.finished[node] = day


def _mark_stranger(progress: Progress, item: str, event: Event, day: int) -> None:
    trace = progress.strangers.setdefault(item, {})
    mark = _MARK_AFTER[event["do"]]
    if mark != DONE:
        trace["finished"] = 0
    elif trace.get("mark") != DONE:
        trace["finished"] = day
    trace["mark"] = mark
    trace["touched"] = max(trace.get("touched", 0), int(instant(event["at"])))
    _add_words(trace, event, day)


def _move(progress: Progress, old: str, new: str) -> None:
    """Hand what is known of `old`, and of all below it, to `new`."""
    moved = [name for name in progress.strangers if name == old or name.startswith(f"{old}.")]
    for name in moved:
        _receive(progress, new + name[len(old) :], progress.strangers.pop(name))
    first = progress.roadmap.ids.find(old)
    if first is None:
        return
    names = progress.roadmap.ids.all()
    for node in progress.roadmap.subtree(first):
        trace = _take(progress, node)
        if trace:
            _receive(progress, new + names[node][len(old) :], trace)


def _take(progress: Progress, node: int) -> Trace:
    """Remove all that is known of `node` and return it."""
    trace = progress.traces.pop(node, {})
    if progress.touched[node]:
        trace["touched"] = progress.touched[node]
        if progress.marks[node] != NO_STEP:
            trace["mark"] = progress.marks[node] % UNCOUNTED
            trace["finished"] = progress.finished[node]
            progress.marks[node] &= UNCOUNTED
    progress.touched[node] = progress.finished[node] = 0
    return trace


def _receive(progress: Progress, item: str, trace: Trace) -> None:
    """Add what was known of another id to `item`; of two states the one touched later holds."""
    node = progress.roadmap.find(item)
    if node is None:
        progress.strangers[item] = _joined(progress.strangers.get(item, {}), trace)
        return
    touched = trace.get("touched", 0)
    if "mark" in trace:
        if progress.marks[node] == NO_STEP:
            state: Trace = {"mark": trace["mark"], "touched": touched}
            state["finished"] = trace.get("finished", 0)
            progress.strangers[item] = _joined(progress.strangers.get(item, {}), state)
        elif touched >= progress.touched[node]:
            progress.marks[node] = trace["mark"] + (progress.marks[node] & UNCOUNTED)
            progress.finished[node] = trace.get("finished", 0)
    progress.touched[node] = max(progress.touched[node], touched)
    joined = _joined(progress.traces.pop(node, {}), trace)
    # These are in the columns.
    joined.pop("mark", None)
    joined.pop("touched", None)
    joined.pop("finished", None)
    if progress.marks[node] % UNCOUNTED != STARTED:
        joined.pop("started", None)
    if joined:
        progress.traces[node] = joined


def _joined(one: Trace, other: Trace) -> Trace:
    earlier, later = sorted((one, other), key=lambda trace: trace.get("touched", 0))
    joined: Trace = {**earlier, **later}
    if "notes" in one or "notes" in other:
        joined["notes"] = one.get("notes", 0) + other.get("notes", 0)
    if "proofs" in one or "proofs" in other:
        joined["proofs"] = list(dict.fromkeys([*one.get("proofs", ()), *other.get("proofs", ())]))
    if "days" in one or "days" in other:
        joined["days"] = sorted({*one.get("days", ()), *other.get("days", ())})
    return joined
