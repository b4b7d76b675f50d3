"""New events: what a command decided on, with the marks of when and where it was written."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import cast

from llmroadmap.core.days import learners_day
from llmroadmap.core.errors import NotUtf8
from llmroadmap.core.progress.events import Draft, Event, timestamp
from llmroadmap.core.records import NamedTuple
from llmroadmap.storage.progress_format import checksum, is_plain

# From here on seconds as floats do not tell neighbouring microseconds apart.
_FAR = 2250
_NEXT = timedelta(microseconds=1)


def complete(
    drafts: Iterable[Draft], newest: str, *, now: datetime, day_ends: int, device: str
) -> list[Event]:
    """Give the drafts, which are one change, their instant, id, change and device.

    No instant is earlier than `newest`, what the file has, so that a clock set back reorders
    nothing. Raises NotUtf8.
    """
    instants = _instants(now, newest)
    change = new_id(now)
    day = learners_day(now, day_ends).isoformat()
    events = []
    for draft in drafts:
        _check_text(draft)
        at, event_id = next(instants)
        on = draft.get("on", day)
        words = {name: value for name, value in draft.items() if name != "on"}
        event: dict[str, object] = {"id": event_id, "at": at, **words}
        if on != at[:10]:
            event["on"] = on
        event |= {"change": change, "device": device}
        event["sum"] = checksum(event)
        if not is_plain(event):
            # What the reader would refuse is never written.
            raise ValueError(event)
        events.append(cast("Event", event))
    return events


class _Instant(NamedTuple):
    at: str
    id: str


def _instants(now: datetime, newest: str) -> Iterator[_Instant]:
    """Yield instants that follow the newest one of the file, with a new id for each."""
    moment = now
    if newest and timestamp(newest) >= now.timestamp():
        if int(newest[:4]) >= _FAR:
            # A clock was once set to the end of time. What is recorded at one instant is in the
            # order of the ids, so these grow with the machine's own clock.
            last = datetime.fromisoformat(newest)
            for milliseconds in count(int(datetime.now(UTC).timestamp() * 1000)):
                yield _Instant(newest, new_id(last, milliseconds))
        moment = datetime.fromtimestamp(timestamp(newest), now.tzinfo) + _NEXT
    while True:
        yield _Instant(moment.isoformat(), new_id(moment))
        moment += _NEXT


def _check_text(draft: Draft) -> None:
    """Refuse bytes that were typed in another encoding: JSON could not hold them for others."""
    try:
        for value in draft.values():
            str(value).encode()
    except UnicodeEncodeError as error:
        raise NotUtf8("argument") from error


def new_id(moment: datetime, later: int = 0) -> str:
    """Return a new id of 128 bits: the milliseconds since 1970, `later` more, then chance."""
    return f"{int(moment.timestamp() * 1000) + later:012x}{os.urandom(10).hex()}"
