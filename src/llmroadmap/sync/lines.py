"""Progress files line by line: what two machines hold is joined without building its events.

The same event is in the progress file, in this machine's file and in its neighbours'. Each line of
them is parsed and checked once; from then on its bytes stand for it.
"""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.events import are_alike, merge, timestamp
from llmroadmap.storage.progress_format import TRAILER, decode, encode, header
from llmroadmap.sync.line_shapes import EventLine, Shapes

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

_AT_ONCE = 1000  # lines
_KEY = itemgetter("at", "id")


class Joined(NamedTuple):
    """The union of several files: its lines in order, and the ids that stood for different events."""

    lines: list[EventLine]
    contested: list[str]


class _Doubled(Exception):
    """An event stands twice among lines."""


class Lines:
    """Reads and writes files of one roadmap, and remembers the lines that were found right."""

    def __init__(self, roadmap_id: str) -> None:
        self._roadmap_id = roadmap_id
        self._head = header(roadmap_id)
        self._known: dict[bytes, EventLine] = {}
        self._shapes = Shapes()

    def decode(self, data: bytes, path: str) -> list[EventLine]:
        """Return the events that `progress_format.decode` does; raises what it raises."""
        found = self._split(data)
        if found is not None:
            try:
                lines = self._look_up(found, path)
            except (LlmroadmapError, _Doubled):
                pass  # Read whole, it is said what is wrong, and where.
            else:
                if len(ids_of(lines)) == len(lines):
                    return lines
        return self.of(decode(data, self._roadmap_id, path))

    def of(self, events: "Sequence[Event]") -> list[EventLine]:
        """Return events that were read some other way as lines."""
        found = self._split(encode(events, self._roadmap_id))
        return _lines(events, found) if found else []

    def encode(self, lines: Iterable[EventLine]) -> bytes:
        """Return the whole file with these events."""
        return self._file([line.data for line in lines])

    def _split(self, data: bytes) -> list[bytes] | None:
        """Return the lines of a file laid out as ours, each an event; None for another layout."""
        start = len(self._head)
        if not (data.startswith(self._head + b"{") and data.endswith(b"}" + TRAILER)):
            return None
        lines = data[start : -len(TRAILER)].split(b",\n")
        if data.count(b"},\n{") != len(lines) - 1:
            return None
        # JSON has no line breaks within texts. As many braces as lines, at both ends of each, leave
        # none for an event in an event, or for two in a line.
        braces = data.count(b"{", start), data.count(b"}", start) - 1
        is_ours = braces == (len(lines), len(lines)) or all(map(_is_one_object, lines))
        return lines if is_ours else None

    def _file(self, lines: Sequence[bytes]) -> bytes:
        pieces = list(lines) or [b""]
        pieces[0] = self._head + pieces[0]
        pieces[-1] += TRAILER  # At the ends, so that a long record is copied once.
        return b",\n".join(pieces)

    def _look_up(self, found: list[bytes], path: str) -> list[EventLine]:
        """Return the lines, those checked that were not met before.

        A few at a time: what was just taken apart is still near when it is checked, and goes again.
        """
        known = self._known
        unknown = [data for data in found if data not in known]
        for start in range(0, len(unknown), _AT_ONCE):
            some = unknown[start : start + _AT_ONCE]
            known.update(self._shapes.find(some))
            self._parse([data for data in some if data not in known], path)
        return [known[data] for data in found]

    def _parse(self, lines: list[bytes], path: str) -> None:
        events = decode(self._file(lines), self._roadmap_id, path) if lines else []
        if len(events) != len(lines):
            raise _Doubled
        self._known.update(zip(lines, _lines(events, lines), strict=True))


def ids_of(lines: Iterable[EventLine]) -> set[str]:
    """Return the ids of the events."""
    return {line.key[1] for line in lines}


def events_of(lines: Iterable[EventLine]) -> "list[Event]":
    """Return the events, which were checked when the lines were read."""
    events: list[Event] = json.loads(b"[" + b",".join([line.data for line in lines]) + b"]")
    return events


def join(*files: Iterable[EventLine]) -> Joined:
    """Return the union of several files' lines: that of their events, as `merge` makes it."""
    union: dict[str, EventLine] = {}
    contested: dict[str, None] = {}
    for lines in files:
        for line in lines:
            known = union.setdefault(line.key[1], line)
            if known is not line and known.data != line.data:
                first, second = events_of((known, line))
                both = merge([first], [second])
                contested |= dict.fromkeys(both.contested)
                union[line.id] = known if both.events[0] is first else line
    return Joined(_in_order(list(union.values())), sorted(contested))


def _in_order(lines: list[EventLine]) -> list[EventLine]:
    if are_alike([line.key[0] for line in lines]):
        return sorted(lines, key=itemgetter(0))
    return sorted(lines, key=lambda line: (timestamp(line.key[0]), line.key[1]))


def _lines(events: "Iterable[Event]", datas: Iterable[bytes]) -> list[EventLine]:
    return [
        EventLine(_KEY(event), _device(event), data)
        for event, data in zip(events, datas, strict=True)
    ]


def _device(event: "Event") -> str:
    device = event.get("device", "")
    return device if isinstance(device, str) else ""


def _is_one_object(line: bytes) -> bool:
    """Tell whether a line is a JSON object by itself; it begins and ends with a brace."""
    if line.count(b"{") == line.count(b"}") == 1:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
