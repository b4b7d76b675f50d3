"""The compiled form of a roadmap and the fold of its events, in the cache folder.

A compiled roadmap has columns of native integers, ids one a line, then the records as JSON lines,
of which only those looked at are read, and behind them one line of the questions that `recall` asks,
which nobody else reads; the text in which names are looked up that are no ids is a
file of its own.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from llmroadmap.cache import CacheFile, CacheMiss, compact_json
from llmroadmap.core.model.roadmap import Columns, Ids, Record, Roadmap
from llmroadmap.core.progress.progress import COLUMNS, Progress, Rest

if TYPE_CHECKING:
    from llmroadmap.core.lookup.text_index import SearchText
    from llmroadmap.core.model.tree import RecallTree


class CompiledIds(Ids):
    """Full ids as one block of bytes, searched without taking it apart."""

    def __init__(self, block: bytes) -> None:
        super().__init__(())
        self._block = block

    def find(self, full_id: str) -> int | None:
        """Return the node with this full id, or None."""
        if self._index is not None:
            return self._index.get(full_id)
        if "\n" in full_id:
            return None
        offset = self._block.find(f"\n{full_id}\n".encode("utf-8", "replace"))
        return None if offset < 0 else self._block.count(b"\n", 0, offset)

    def all(self) -> Sequence[str]:
        """Return every full id, in tree order."""
        if not self._ids:
            self._ids = self._block[1:-1].decode().split("\n")
        return self._ids

    def index_all(self) -> None:
        """Make ready for many look-ups."""
        self._index = {name: node for node, name in enumerate(self.all())}


def write_roadmap(path: str, roadmap: Roadmap) -> bool:
    """Write the compiled form and tell whether that could be done: a cache may be done without."""
    from array import array  # only whoever compiles needs it

    columns = roadmap.columns
    records = bytearray()
    starts = array("q", [0])
    for node in range(len(roadmap)):
        records += _line(roadmap.record(node))
        starts.append(len(records))
    records += _line(list(roadmap.recall.items()))
    parts = [
        array("i", columns.parent).tobytes(),
        array("i", columns.end).tobytes(),
        array("i", columns.minutes).tobytes(),
        columns.flags,
        starts.tobytes(),
        b"\n" + "\n".join(roadmap.ids.all()).encode() + b"\n",
    ]
    head = {
        "head": roadmap.head,
        "needs": [[node, *needs] for node, needs in roadmap.needs.items()],
        "was": roadmap.was,
    }
    return CacheFile(path, roadmap.fingerprint).write(head, parts, records)


def _line(value: object) -> bytes:
    text = compact_json(value)
    return b"%08x %b\n" % (crc32(text), text)


def read_roadmap(path: str, fingerprint: str, rebuild: Callable[[], Roadmap]) -> Roadmap:
    """Return the compiled roadmap made from the file with this fingerprint; raise CacheMiss.

    `rebuild` makes it from that file, should a record turn out to be damaged later.
    """
    head, parts, records = CacheFile(path, fingerprint).read()
    if len(parts) != 6:
        raise CacheMiss(path)
    parent, end, minutes = (part.cast("i") for part in parts[:3])
    flags, starts = bytes(parts[3]), parts[4].cast("q")
    if not len(parent) == len(end) == len(minutes) == len(flags) == len(starts) - 1:
        raise CacheMiss(path)
    reader = _Records(path, records, starts, rebuild)
    roadmap = Roadmap(
        head["head"],
        Columns(parent=parent, end=end, minutes=minutes, flags=flags),
        CompiledIds(bytes(parts[5])),
        reader,
        {node: needs for node, *needs in head["needs"]},
        head["was"],
        fingerprint,
        lambda: _read_search(f"{path}-words", fingerprint, roadmap),
    )
    roadmap.give_recall(reader.recall)
    return roadmap


def _read_search(path: str, fingerprint: str, roadmap: Roadmap) -> "SearchText":
    """Return the text that names are looked up in, made by whoever first types words.

    It takes as long to make as all the rest of the compiled form, and `next` has no use for it.
    """
    from llmroadmap.core.lookup.text_index import SearchText, search_text  # not for who types an id

    try:
        _, parts, _ = CacheFile(path, fingerprint).read()
        return SearchText(*bytes(parts[0]).decode().split("\0"))
    except (CacheMiss, IndexError, TypeError, UnicodeDecodeError):
        text = search_text(map(roadmap.record, range(len(roadmap))))
        CacheFile(path, fingerprint).write({}, ["\0".join(text).encode("utf-8", "replace")])
        return text


class _Records:
    """Reads the record of a node when it is looked at, and all of them when many are."""

    def __init__(
        self, path: str, offset: int, starts: Sequence[int], rebuild: Callable[[], Roadmap]
    ) -> None:
        self._path = path
        self._offset = offset
        self._starts = starts
        self._rebuild = rebuild
        self._block = b""
        self._seen: dict[int, Record] = {}
        self._load: Callable[[int], Record] = self._read_line

    def __call__(self, node: int) -> Record:
        if node not in self._seen:
            try:
                self._seen[node] = self._load(node)
            except CacheMiss:
                self._load = self._rebuild().record
                self._seen[node] = self._load(node)
        return self._seen[node]

    def _read_line(self, node: int) -> Record:
        start, stop = self._starts[node], self._starts[node + 1]
        if not self._block and (
            self._starts[-1] < 1 << 20 or len(self._seen) > max(50, len(self._starts) // 50)
        ):
            self._block = self._read(0, self._starts[-1])
        line = self._block[start:stop] if self._block else self._read(start, stop)
        record: Record = self._checked(line)
        return record

    def recall(self) -> "Mapping[int, Sequence[RecallTree]]":
        """Return the questions, which stand behind the last record."""
        try:
            return dict(self._checked(self._read(self._starts[-1], -1)))
        except CacheMiss:
            return self._rebuild().recall

    def _checked(self, line: bytes) -> Any:
        if line[:8] != b"%08x" % crc32(line[9:-1]):
            raise CacheMiss(self._path)
        return json.loads(line[9:-1])

    def _read(self, start: int, stop: int) -> bytes:
        """Return the bytes from `start` up to `stop`, -1 for all that follow."""
        try:
            # Unbuffered: a record is small, and a big plan's status reads a thousand of them.
            with open(self._path, "rb", 0) as file:
                file.seek(self._offset + start)
                return file.read(stop - start if stop >= 0 else -1)
        except OSError as error:
            raise CacheMiss(self._path) from error


def write_progress(path: str, fingerprint: str, progress: Progress) -> None:
    """Write the fold of the progress file with this fingerprint."""
    head = {
        "roadmap": progress.roadmap.fingerprint,
        "newest": progress.newest,
        "days": progress.active_days,
        "study_days": progress.study_days,
        "pauses": progress.pauses,
        "traces": [[node, details] for node, details in progress.item_details.items()],
        "strangers": progress.orphaned,
    }
    columns = [column.cast("B") for column in progress.columns()]
    CacheFile(path, fingerprint).write(head, [progress.states, *columns, progress.sittings])


def read_progress(path: str, fingerprint: str, roadmap: Roadmap) -> Progress:
    """Return the fold made from both files as they are; raise CacheMiss."""
    head, parts, _ = CacheFile(path, fingerprint).read()
    if "study_days" not in head:  # an older version wrote it
        raise CacheMiss(path)
    if head.get("roadmap") != roadmap.fingerprint or len(parts) != 2 + len(COLUMNS):
        raise CacheMiss(path)
    states = bytearray(parts[0])
    columns = [part.cast(kind) for part, kind in zip(parts[1:-1], COLUMNS, strict=True)]
    if any(len(column) != len(roadmap) for column in (states, *columns)):
        raise CacheMiss(path)
    progress = Progress(roadmap, states, *columns)
    progress.newest = head["newest"]
    progress.active_days, progress.study_days = head["days"], head["study_days"]
    progress.pauses = [Rest(*rest) for rest in head["pauses"]]
    progress.sittings = bytearray(parts[-1])
    progress.item_details = dict(head["traces"])
    progress.orphaned = head["strangers"]
    return progress
