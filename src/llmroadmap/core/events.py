"""Events: what a learner did, one after the other. Progress is their fold; none is ever rewritten.

An event is the same plain dict in memory as on disk, so that what a newer program wrote into it
survives.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Required, TypedDict

# What makes the state of a step.
STATE_VERBS = ("start", "done", "skip", "reopen")
# All verbs of this format; an unknown one is kept and ignored.
VERBS = (*STATE_VERBS, "checkin", "note", "proof", "moved", "undo", "redo", "pause", "recall")


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
    grade: int | str


class Event(Draft, total=False):
    """One line of the progress file; the table of fields is in ARCHITECTURE.md."""

    id: Required[str]
    at: Required[str]
    change: str
    device: str


def instant(at: str) -> float:
    """Return the seconds since 1970 of an ISO 8601 instant; one without offset counts as UTC."""
    moment = datetime.fromisoformat(at)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events by instant, then id, whatever order their lines had."""
    return sorted(events, key=lambda event: (instant(event["at"]), event["id"]))


def day_of(event: Event) -> int:
    """Return the learner's day that the event counts for, as the ordinal of `datetime.date`."""
    return date.fromisoformat(event.get("on") or event["at"][:10]).toordinal()


def learners_day(moment: datetime, day_ends: int = 0) -> date:
    """Return the day that `moment` belongs to for someone whose day ends at hour `day_ends`."""
    return (moment - timedelta(hours=day_ends)).date()


def live(events: Sequence[Event]) -> list[Event]:
    """Return the events, in order, whose change is not undone; undo and redo themselves are gone.

    Of several undos and redos of one change the latest wins.
    """
    ordered = in_order(events)
    undone: dict[str, bool] = {}
    for event in ordered:
        if event["do"] in ("undo", "redo") and "of" in event:
            undone[event["of"]] = event["do"] == "undo"
    return [
        event
        for event in ordered
        if event["do"] not in ("undo", "redo") and not undone.get(event.get("change", ""), False)
    ]


def merge(*files: Iterable[Event]) -> list[Event]:
    """Return the union of several files' events by id, in order."""
    union: dict[str, Event] = {}
    for events in files:
        for event in events:
            union.setdefault(event["id"], event)
    return in_order(union.values())
