"""Progress files that hold the same events, each event parsed and written out only once."""

from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.progress_format import TRAILER, decode, encode, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from llmroadmap.core.progress.events import Event


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
        try:
            self._learn([line for line in lines if line not in self._known], path)
            events = [self._known[line] for line in lines]
        except (LlmroadmapError, KeyError):
            return decode(data, self._roadmap_id, path)  # It says what is wrong, and where.
        if len({event["id"] for event in events}) != len(events):
            return decode(data, self._roadmap_id, path)
        return events

    def encode(self, events: "Iterable[Event]") -> bytes:
        """Return the whole file with these events."""
        return self._head + b",\n".join(map(self._line, events)) + TRAILER

    def _split(self, data: bytes) -> list[bytes] | None:
        """Return the lines of a file laid out as ours; JSON has no line breaks within texts."""
        if not (data.startswith(self._head) and data.endswith(b"}" + TRAILER)):
            return None
        return data[len(self._head) : -len(TRAILER)].split(b",\n")

    def _learn(self, lines: list[bytes], path: str) -> None:
        if not lines:
            return
        file = self._head + b",\n".join(lines) + TRAILER
        events = decode(file, self._roadmap_id, path)
        if len(events) == len(lines):
            self._known.update(zip(lines, events, strict=True))
            self._written.update((id(e), line) for line, e in zip(lines, events, strict=True))

    def _line(self, event: "Event") -> bytes:
        line = self._written.get(id(event))
        if line is None:
            line = encode([event], self._roadmap_id)[len(self._head) : -len(TRAILER)]
        return line
