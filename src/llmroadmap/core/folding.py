"""The fold: from the events, whatever the order of their lines, to the state of every node."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from llmroadmap.core.events import STATE_VERBS, Event, day_of, instant, live
from llmroadmap.core.progress import (
    DONE,
    NO_STEP,
    OPEN,
    SKIPPED,
    STARTED,
    UNCOUNTED,
    Progress,
    Trace,
    nothing_yet,
)
from llmroadmap.core.roadmap import Roadmap

_MARK_AFTER = {"start": STARTED, "done": DONE, "skip": SKIPPED, "reopen": OPEN}


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
    if not all(progress.roadmap.find(event.get("item", "")) is not None for event in events):
        return False  # an id that may have been moved away
    times = [instant(event["at"]) for event in events]
    if progress.newest:
        times.insert(0, instant(progress.newest))
    # At one instant the ids decide, and that of the newest event is not known any more.
    return all(earlier < later for earlier, later in pairwise(times))


def advance(progress: Progress, events: Sequence[Event]) -> Progress:
    """Return `progress` after `events` of new changes, which all came later; see `can_advance`."""
    after = progress.copy()
    if events:
        after.newest = events[-1]["at"]
    _apply(after, events)
    return after


def _apply(progress: Progress, events: Iterable[Event]) -> None:
    find = progress.roadmap.find
    days = set(progress.active_days)
    moved: dict[str, str] = {}
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
                moved[item] = event["to"]
            continue
        node = find(item)
        if node is None and moved:
            # From a machine on which the plan had not changed yet.
            item = _followed(progress.roadmap, item, moved)
            node = find(item)
        day = day_of(event)
        if verb in _MARK_AFTER or verb in ("note", "proof", "checkin"):
            if verb not in ("skip", "reopen"):
                days.add(day)
            _apply_to(progress, node, item, event, day)
    progress.active_days = sorted(days)


def _followed(roadmap: Roadmap, item: str, moved: Mapping[str, str]) -> str:
    """Return where an id that is gone has been moved to, by itself or with a group."""
    followed = item
    for _ in moved:
        head, rest = followed, ""
        while head and head not in moved:
            head, dot, last = head.rpartition(".")
            rest = dot + last + rest
        if not head:
            break
        followed = moved[head] + rest
        if roadmap.find(followed) is not None:
            return followed
    return item


def _apply_to(progress: Progress, node: int | None, item: str, event: Event, day: int) -> None:
    """Apply an event to a node, or to the trace of an id that is none."""
    verb = event["do"]
    if node is None or (verb in _MARK_AFTER and progress.marks[node] == NO_STEP):
        # An id the roadmap does not have, or a step that became a group: it waits there.
        _apply_to_stranger(progress, item, event, day)
        return
    if verb in _MARK_AFTER:
        _mark(progress, node, verb, day)
    progress.touched[node] = max(progress.touched[node], int(instant(event["at"])))
    if verb == "note":
        progress.notes[node] += 1
        return
    trace = _with_words(progress.traces.pop(node, {}), event, day)
    if trace:
        progress.traces[node] = trace


def _apply_to_stranger(progress: Progress, item: str, event: Event, day: int) -> None:
    verb = event["do"]
    trace = _with_words(progress.strangers.get(item, {}), event, day)
    if verb in _MARK_AFTER:
        mark = _MARK_AFTER[verb]
        if mark != DONE:
            trace["finished"] = 0
        elif trace.get("mark") != DONE:
            trace["finished"] = day
        trace["mark"] = mark
    elif verb == "note":
        trace["notes"] = trace.get("notes", 0) + 1
    trace["touched"] = max(trace.get("touched", 0), int(instant(event["at"])))
    progress.strangers[item] = trace


def _with_words(trace: Trace, event: Event, day: int) -> Trace:
    """Return a new trace, with what the event adds: two folds may share the old one."""
    verb = event["do"]
    trace = trace.copy()
    if verb == "proof" and "url" in event:
        trace["proofs"] = [*trace.get("proofs", ()), event["url"]]
    elif verb == "checkin" and day not in trace.get("days", ()):
        trace["days"] = sorted([*trace.get("days", ()), day])
    elif verb == "start":
        trace["started"] = event["at"]
    elif verb in _MARK_AFTER:
        trace.pop("started", None)
    return trace


def _mark(progress: Progress, node: int, verb: str, day: int) -> None:
    offset = progress.marks[node] & UNCOUNTED
    was_done = progress.marks[node] - offset == DONE
    mark = _MARK_AFTER[verb]
    progress.marks[node] = mark + offset
    # Ticked twice, by two machines perhaps: the first day stands.
    if mark != DONE:
        progress.finished[node] = 0
    elif not was_done:
        progress.finished[node] = day


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
    if progress.notes[node]:
        trace["notes"] = progress.notes[node]
    if progress.touched[node]:
        trace["touched"] = progress.touched[node]
        if progress.marks[node] != NO_STEP:
            trace["mark"] = progress.marks[node] % UNCOUNTED
            trace["finished"] = progress.finished[node]
            progress.marks[node] &= UNCOUNTED
    progress.touched[node] = progress.finished[node] = progress.notes[node] = 0
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
    progress.notes[node] += trace.get("notes", 0)
    joined = _joined(progress.traces.pop(node, {}), trace)
    # These are in the columns.
    joined.pop("mark", None)
    joined.pop("touched", None)
    joined.pop("finished", None)
    joined.pop("notes", None)
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
