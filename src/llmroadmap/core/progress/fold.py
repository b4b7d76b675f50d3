"""The fold: from the events, whatever the order of their lines, to the state of every node."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import assert_never, cast

from llmroadmap.core.days import day_of
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.events import (
    Event,
    effective_events,
    timestamp,
    until_of,
)
from llmroadmap.core.progress.progress import (
    DONE,
    NO_STEP,
    STARTED,
    STATES,
    UNCOUNTED,
    ItemDetails,
    Progress,
    Rest,
    nothing_yet,
)
from llmroadmap.core.progress.verbs import STATE_VERBS, VERBS, Verb, verb_of

_STATE_AFTER = {name: STATES.index(VERBS[name].after) for name in STATE_VERBS}
_OF_STEPS = ("state", "sitting", "total", "recall")
_ASKING = ("Q", "q", "问")
# What a trace of an id holds that the roadmap does not have; of a node, columns and sittings do.
_IN_COLUMNS = ("mark", "touched", "touched_on", "finished", "notes", "sittings")


# Plans that were updated more often than this since an event do not make every event slower.
_LONGEST_CHAIN = 100
_LONGEST_PATH = 2_000  # characters


def fold(roadmap: Roadmap, events: Sequence[Event]) -> Progress:
    """Return what the events, whatever the order of their lines, come to on this roadmap."""
    progress = nothing_yet(roadmap)
    if events:
        newest = max(events, key=lambda event: (timestamp(event["at"]), event["id"]))
        progress.newest = newest["at"]
    _apply(progress, effective_events(events))
    return progress


def can_advance(progress: Progress, events: Sequence[Event]) -> bool:
    """Tell whether `advance` comes to the same as folding everything again."""
    if not all(verb_of(event["do"]).advances for event in events):
        return False
    if not all(progress.roadmap.find(event.get("item", "")) is not None for event in events):
        return False  # an id that may have been moved away
    times = [timestamp(event["at"]) for event in events]
    if progress.newest:
        times.insert(0, timestamp(progress.newest))
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
    days, study_days = set(progress.active_days), set(progress.study_days)
    moved: dict[str, str] = {}
    for event in events:
        verb, item = verb_of(event["do"]), event.get("item")
        match verb.effect:
            case "pause" | "resume":
                _rest(progress.pauses, event)
            case "move":
                if item is not None and event.get("to"):
                    _move(progress, item, event["to"])
                    moved[item] = event["to"]
            case "state" | "sitting" | "total" | "note" | "proof" | "checkin" | "recall":
                if item is not None:
                    _note_day(progress, days, study_days, verb, day_of(event))
                    # It may come from a machine on which the plan had not changed yet.
                    if moved and find(item) is None:
                        item = _followed(progress.roadmap, item, moved)
                    _apply_to_parts(progress, item, verb, event)
            case "undo" | "redo" | "none":
                pass  # The first two are gone by now: `effective_events` has heeded them.
            case never:
                assert_never(never)
    progress.active_days = sorted(days)
    progress.study_days = sorted(study_days)


# What makes a day one of study: a step was started, worked on or finished.
_STUDIED = ("state", "sitting")


def _note_day(
    progress: Progress, days: set[int], study_days: set[int], verb: Verb, day: int
) -> None:
    if not day:
        return
    if verb.is_active:
        days.add(day)
        if verb.effect in _STUDIED:
            study_days.add(day)
    if verb.is_study and progress.pauses:
        _end_rests(progress.pauses, day)


def _apply_to_parts(progress: Progress, item: str, verb: Verb, event: Event) -> None:
    """Apply an event to its item; the state of a step that was split, to all of its parts."""
    day = day_of(event)
    _apply_to(progress, progress.roadmap.find(item), item, event, day)
    if verb.effect == "state":
        for part in progress.roadmap.further_parts(item):
            _apply_to(progress, part, item, _without_minutes(event), day)


def _without_minutes(event: Event) -> Event:
    """Return the event of a step that was split, for a further part: its time counts once."""
    return cast("Event", {name: value for name, value in event.items() if name != "minutes"})


def _rest(rests: list[Rest], event: Event) -> None:
    """Begin a pause, or end the one that lasts."""
    day = day_of(event)
    if verb_of(event["do"]).effect == "resume":
        _end_rests(rests, day)
    elif (until := until_of(event)) >= day or not until:
        _end_rests(rests, day)
        rests.append(Rest(day, until))


def _end_rests(rests: list[Rest], day: int) -> None:
    """Let every pause that covers `day` end the day before."""
    if any(rest.covers(day) for rest in rests):
        cut = [rest._replace(last=day - 1) if rest.covers(day) else rest for rest in rests]
        rests[:] = [rest for rest in cut if rest.last == 0 or rest.first <= rest.last]


def _followed(roadmap: Roadmap, item: str, moved: dict[str, str]) -> str:
    """Return where an id that is gone has been moved to, by itself or with a group."""
    followed, seen = item, {item}
    while len(seen) <= _LONGEST_CHAIN:
        head, rest = followed, ""
        while head and head not in moved:
            head, dot, last = head.rpartition(".")
            rest = dot + last + rest
        if not head:
            break
        followed = moved[head] + rest
        if roadmap.find(followed) is not None:
            return followed
        if followed in seen or len(followed) > _LONGEST_PATH:
            break
        seen.add(followed)
    return item


def _apply_to(progress: Progress, node: int | None, item: str, event: Event, day: int) -> None:
    """Apply an event to a node, or to the details of an id that is none."""
    verb = verb_of(event["do"])
    if node is None or (verb.effect in _OF_STEPS and progress.states[node] == NO_STEP):
        # An id the roadmap does not have, or a step that became a group: it waits there.
        _apply_to_orphan(progress, item, event, day)
        return
    if verb.after:
        _set_state(progress, node, _STATE_AFTER[event["do"]], day)
    if "minutes" in verb.carries and "minutes" in event:
        _time(progress, node, event, day)
    touched = int(timestamp(event["at"]))
    # A course is not studied by being asked about it: what comes next stays what it was.
    if touched >= progress.touched[node] and verb.effect != "recall":
        progress.touched[node], progress.touched_on[node] = touched, day
    if verb.effect == "note":
        progress.notes[node] += 1
        if not _asks(event.get("text", "")):
            return
    details = _with_words(progress.item_details.pop(node, {}), event, day)
    if details:
        progress.item_details[node] = details


def _apply_to_orphan(progress: Progress, item: str, event: Event, day: int) -> None:
    verb = verb_of(event["do"])
    details = _with_words(progress.orphaned.get(item, {}), event, day)
    if verb.after:
        state = _STATE_AFTER[event["do"]]
        if state != DONE:
            details["finished"] = 0
        elif details.get("mark") != DONE:
            details["finished"] = day
        details["mark"] = state
    elif verb.effect == "note":
        details["notes"] = details.get("notes", 0) + 1
    if "minutes" in verb.carries and "minutes" in event:
        details["sittings"] = _timed(details.get("sittings", []), event, day)
    touched = int(timestamp(event["at"]))
    if touched >= details.get("touched", 0):
        details["touched"], details["touched_on"] = touched, day
    progress.orphaned[item] = details


def _time(progress: Progress, node: int, event: Event, day: int) -> None:
    if verb_of(event["do"]).effect != "total":
        progress.add_sitting(node, day, event["minutes"])
        return
    before = progress.take_sittings(range(node, node + 1)).get(node, [])
    corrected = _timed(before, event, day)
    finished = progress.finished[node]
    # What is said is all there was: nothing is guessed for the evening of the tick (see ledger).
    if finished and all(when < finished for when, _ in corrected):
        corrected.append([finished, 0])
    for when, minutes in corrected:
        progress.add_sitting(node, when, minutes)


def _timed(sittings: list[list[int]], event: Event, day: int) -> list[list[int]]:
    """Return the sittings (day, minutes) after the event: one more, or all of them corrected.

    `took` says what they come to: the last ones give way, or the last one is the longer.
    """
    minutes = event["minutes"]
    if verb_of(event["do"]).effect != "total":
        return [*sittings, [day, minutes]]
    corrected, rest = [], minutes
    for when, length in sittings:
        corrected.append([when, min(length, rest)])
        rest -= corrected[-1][1]
    if rest:
        when, length = corrected.pop() if corrected else (day, 0)
        corrected.append([when, length + rest])
    return [each for each in corrected if each[1]]


def _with_words(details: ItemDetails, event: Event, day: int) -> ItemDetails:
    """Return new details, with what the event adds: two folds may share the old ones."""
    verb = verb_of(event["do"])
    details = details.copy()
    if verb.effect == "proof" and "url" in event:
        details["proofs"] = [*details.get("proofs", ()), event["url"]]
    elif verb.effect == "checkin" and day not in details.get("days", ()):
        details["days"] = sorted([*details.get("days", ()), day])
    elif verb.effect == "recall":
        grade = event.get("grade")
        if type(grade) is int and 1 <= grade <= 4:
            details["recalls"] = [*details.get("recalls", ()), [day, grade]]
    elif verb.effect == "note" and _asks(event.get("text", "")):
        details["asks"] = True
    elif verb.after == "started":
        details["started"] = event["at"]
        details.setdefault("since", day)
    elif verb.effect == "sitting":
        details.pop("started", None)
    elif verb.after:
        details.pop("started", None)
        details.pop("since", None)
    return details


def _asks(text: str) -> bool:
    """Tell whether a note has questions of the learner's own."""
    if not any(line.lstrip(" \t-*+")[:1] in _ASKING for line in text.splitlines()):
        return False
    from llmroadmap.core.model.question import questions_in  # re, only where there may be one

    return bool(questions_in(text))


def _set_state(progress: Progress, node: int, state: int, day: int) -> None:
    offset = progress.states[node] & UNCOUNTED
    was_done = progress.states[node] - offset == DONE
    progress.states[node] = state + offset
    # Ticked twice, by two machines perhaps: the first day stands.
    if state != DONE:
        progress.finished[node] = 0
    elif not was_done:
        progress.finished[node] = day


def _move(progress: Progress, old: str, new: str) -> None:
    """Hand what is known of `old`, and of all below it, to `new`."""
    moved = [name for name in progress.orphaned if name == old or name.startswith(f"{old}.")]
    for name in moved:
        _receive(progress, new + name[len(old) :], progress.orphaned.pop(name))
    first = progress.roadmap.ids.find(old)
    if first is None:
        return
    names = progress.roadmap.ids.all()
    nodes = progress.roadmap.subtree(first)
    sittings = progress.take_sittings(nodes)
    for node in nodes:
        details = _take(progress, node)
        if node in sittings:
            details["sittings"] = sittings[node]
        if details:
            _receive(progress, new + names[node][len(old) :], details)


def _take(progress: Progress, node: int) -> ItemDetails:
    """Remove all that is known of `node`, but for its sittings, and return it."""
    details = progress.item_details.pop(node, {})
    if progress.notes[node]:
        details["notes"] = progress.notes[node]
    if progress.touched[node]:
        details["touched"] = progress.touched[node]
        details["touched_on"] = progress.touched_on[node]
        if progress.states[node] != NO_STEP:
            details["mark"] = progress.states[node] % UNCOUNTED
            details["finished"] = progress.finished[node]
            progress.states[node] &= UNCOUNTED
    for column in progress.columns():
        column[node] = 0
    return details


def _receive(progress: Progress, item: str, details: ItemDetails) -> None:
    """Add what was known of another id to `item`; of two states the one touched later holds."""
    node = progress.roadmap.find(item)
    if node is None:
        progress.orphaned[item] = _joined(progress.orphaned.get(item, {}), details)
        return
    touched = details.get("touched", 0)
    if progress.states[node] == NO_STEP:
        if "mark" in details or "sittings" in details:
            state = _without(details, ("notes", "proofs", "days", "started", "since"))
            progress.orphaned[item] = _joined(progress.orphaned.get(item, {}), state)
    else:
        if "mark" in details and touched >= progress.touched[node]:
            progress.states[node] = details["mark"] + (progress.states[node] & UNCOUNTED)
            progress.finished[node] = details.get("finished", 0)
        for day, minutes in details.get("sittings", ()):
            progress.add_sitting(node, day, minutes)
    if touched >= progress.touched[node]:
        progress.touched[node], progress.touched_on[node] = touched, details.get("touched_on", 0)
    progress.notes[node] += details.get("notes", 0)
    joined = _without(_joined(progress.item_details.pop(node, {}), details), _IN_COLUMNS)
    if progress.states[node] % UNCOUNTED != STARTED:
        joined.pop("started", None)
        joined.pop("since", None)
    if joined:
        progress.item_details[node] = joined


def _without(details: ItemDetails, names: Iterable[str]) -> ItemDetails:
    return cast(
        "ItemDetails", {name: value for name, value in details.items() if name not in names}
    )


def _joined(one: ItemDetails, other: ItemDetails) -> ItemDetails:
    earlier, later = sorted((one, other), key=lambda details: details.get("touched", 0))
    joined: ItemDetails = {**earlier, **later}
    if "notes" in one or "notes" in other:
        joined["notes"] = one.get("notes", 0) + other.get("notes", 0)
    if "proofs" in one or "proofs" in other:
        joined["proofs"] = list(dict.fromkeys([*one.get("proofs", ()), *other.get("proofs", ())]))
    if "recalls" in one or "recalls" in other:
        joined["recalls"] = [*earlier.get("recalls", ()), *later.get("recalls", ())]
    if "days" in one or "days" in other:
        joined["days"] = sorted({*one.get("days", ()), *other.get("days", ())})
    if "sittings" in one or "sittings" in other:
        joined["sittings"] = [*earlier.get("sittings", ()), *later.get("sittings", ())]
    return joined
