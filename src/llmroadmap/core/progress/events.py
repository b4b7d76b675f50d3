"""Events: what a learner did, one after the other. Progress is their fold; none is ever rewritten.

An event is the same plain dict in memory as on disk, so that what a newer program wrote into it
survives.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import Required, TypedDict

from llmroadmap.core.progress.verbs import REVERSALS
from llmroadmap.core.records import NamedTuple


class Draft(TypedDict, total=False):
    """What a command decides on: an event without the marks of when and where it was written."""

    do: Required[str]
    on: str
    item: str
    to: str
    of: str
    text: str
    url: str
    minutes: int
    until: str
    grade: int | str
    own: dict[str, object]
    via: str


class Event(Draft, total=False):
    """One line of the progress file; the table of fields is in ARCHITECTURE.md."""

    id: Required[str]
    at: Required[str]
    change: str
    device: str
    sum: str


def timestamp(at: str) -> float:
    """Return the seconds since 1970 of an ISO 8601 instant; one without offset counts as UTC."""
    moment = datetime.fromisoformat(at)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events by timestamp, then id, whatever order their lines had."""
    found = list(events)
    return sorted(found, key=_KEY if are_alike([e["at"] for e in found]) else _as_moment)


def are_alike(ats: Collection[str]) -> bool:
    """Tell whether these instants are in one zone and of one form.

    Then the texts are in the order of the moments: ten times as quick to sort.
    """
    return len({at[-6:] for at in ats}) <= 1 and set(map(len, ats)) <= _WHOLE


_KEY = itemgetter("at", "id")
# Lengths of what `datetime.isoformat` writes: with and without a fraction of a second.
_WHOLE = {25, 32}


def _as_moment(event: Event) -> tuple[float, str]:
    return timestamp(event["at"]), event["id"]


def until_of(event: Event) -> int:
    """Return the last day of a `pause` that says one, as an ordinal, else 0."""
    try:
        return date.fromisoformat(event.get("until", "")).toordinal()
    except (TypeError, ValueError):
        return 0  # what a newer program may mean by it is not ours to refuse


def effective_events(events: Sequence[Event]) -> list[Event]:
    """Return the events, in order, whose change is not undone; undo and redo themselves are gone.

    Of several undos and redos of one change the latest wins.
    """
    ordered = in_order(events)
    undone: dict[str, bool] = {}
    for event in ordered:
        if event["do"] in REVERSALS and "of" in event:
            undone[event["of"]] = REVERSALS[event["do"]]
    return [
        event
        for event in ordered
        if event["do"] not in REVERSALS and not undone.get(event.get("change", ""), False)
    ]


class Merged(NamedTuple):
    """The union of several files: its events in order, and the ids that stood for different ones."""

    events: list[Event]
    contested: list[str]


def merge(*files: Iterable[Event]) -> Merged:
    """Return the union of several files' events by id, the same whatever the order of the files.

    Of two different events with one id, which only damage or an editor makes, the older one stays.
    """
    union: dict[str, Event] = {}
    contested: dict[str, None] = {}
    for events in files:
        for event in events:
            known = union.setdefault(event["id"], event)
            if known is not event and known != event:
                contested[event["id"]] = None
                union[event["id"]] = min(known, event, key=_age_key)
    return Merged(in_order(union.values()), sorted(contested))


def _age_key(event: Event) -> tuple[float, list[str]]:
    return timestamp(event["at"]), sorted(f"{key}={value!r}" for key, value in event.items())
