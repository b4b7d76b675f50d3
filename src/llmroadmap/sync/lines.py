"""Progress files that hold the same events, each event parsed and written out only once."""

import json
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.events import ids_of
from llmroadmap.storage.progress_format import TRAILER, decode, encode, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from llmroadmap.core.progress.events import Event

_AT_ONCE = 1000  # lines


class _Doubled(Exception):
    """An event stands twice among lines."""


class Lines:
    """Reads and writes files of one roadmap, and remembers what each line of them means.

    The same event is in the progress file, in this machine's file and in its neighbours': parsing
    and checking it is most of the work.
    """

    def __init__(self, roadmap_id: str) -> None:
        self._roadmap_id = roadmap_id
        self._head = header(roadmap_id)
        self._known: dict[bytes, Event] = {}
        self._written: dict[int, bytes] = {}  # by id(event): the events live as long as this does

    def decode(self, data: bytes, path: str) -> "list[Event]":
        """Return the events as `progress_format.decode` does; raises what it raises."""
        lines = self._split(data)
        if lines is None:
            return decode(data, self._roadmap_id, path)
        unknown = [line for line in lines if line not in self._known]
        try:
            learned = self._learn(unknown, path)
            events = learned if unknown == lines else [self._known[line] for line in lines]
        except (LlmroadmapError, _Doubled):
            return decode(data, self._roadmap_id, path)  # It says what is wrong, and where.
        if len(ids_of(events)) != len(events):
            return decode(data, self._roadmap_id, path)
        return events

    def encode(self, events: "Iterable[Event]") -> bytes:
        """Return the whole file with these events."""
        written = self._written
        return self._file([written.get(id(event)) or self._line(event) for event in events])

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

    def _file(self, lines: list[bytes]) -> bytes:
        return b"".join((self._head, b",\n".join(lines), TRAILER))

    def _learn(self, lines: list[bytes], path: str) -> "list[Event]":
        """Return the events of lines that were not met before.

        A few at a time: what was just parsed is still near when it is checked.
        """
        learned: list[Event] = []
        for start in range(0, len(lines), _AT_ONCE):
            some = lines[start : start + _AT_ONCE]
            events = decode(self._file(some), self._roadmap_id, path)
            if len(events) != len(some):
                raise _Doubled
            self._known.update(zip(some, events, strict=True))
            self._written.update(zip(map(id, events), some, strict=True))
            learned += events
        return learned

    def _line(self, event: "Event") -> bytes:
        return encode([event], self._roadmap_id)[len(self._head) : -len(TRAILER)]


def _is_one_object(line: bytes) -> bool:
    """Tell whether a line is a JSON object by itself; it begins and ends with a brace."""
    if line.count(b"{") == line.count(b"}") == 1:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
