"""The compiled form of a roadmap and the fold of its events, in the cache folder.

Both are made from files that people own and can be thrown away at any time: what is missing, stale,
damaged or made by another version is not used, and written anew by whoever had to do without it.
Layout: a line of JSON (with the lengths of what follows and a check sum), columns of native
integers, ids one a line, then the records as JSON lines, of which only those looked at are read,
and the text in which names are looked up that are no ids.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO
from zlib import crc32

from llmroadmap import __version__
from llmroadmap.core.model.roadmap import Columns, Ids, Record, Roadmap
from llmroadmap.core.progress.progress import COLUMNS, Progress, Rest

if TYPE_CHECKING:
    from llmroadmap.core.lookup.text_index import SearchText

    Block = bytes | bytearray | memoryview[int]

FORMAT = f"{__version__}-4-{sys.byteorder}-{sys.maxsize.bit_length()}"

# json.dumps would make one for each of a plan's lines.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class CacheMiss(Exception):
    """A compiled file that cannot be used."""


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
        line = _json(roadmap.record(node))
        records += b"%08x %b\n" % (crc32(line), line)
        starts.append(len(records))
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
    return _write(path, roadmap.fingerprint, head, parts, records)


def read_roadmap(path: str, fingerprint: str, rebuild: Callable[[], Roadmap]) -> Roadmap:
    """Return the compiled roadmap made from the file with this fingerprint; raise Stale.

    `rebuild` makes it from that file, should a record turn out to be damaged later.
    """
    head, parts, records = _read(path, fingerprint)
    if len(parts) != 6:
        raise CacheMiss(path)
    parent, end, minutes = (part.cast("i") for part in parts[:3])
    flags, starts = bytes(parts[3]), parts[4].cast("q")
    if not len(parent) == len(end) == len(minutes) == len(flags) == len(starts) - 1:
        raise CacheMiss(path)
    roadmap = Roadmap(
        head["head"],
        Columns(parent=parent, end=end, minutes=minutes, flags=flags),
        CompiledIds(bytes(parts[5])),
        _Records(path, records, starts, rebuild),
        {node: needs for node, *needs in head["needs"]},
        head["was"],
        fingerprint,
        lambda: _read_search(f"{path}-words", fingerprint, roadmap),
    )
    return roadmap


def _read_search(path: str, fingerprint: str, roadmap: Roadmap) -> "SearchText":
    """Return the text that names are looked up in, made by whoever first types words.

    It takes as long to make as all the rest of the compiled form, and `next` has no use for it.
    """
    from llmroadmap.core.lookup.text_index import SearchText, search_text  # not for who types an id

    try:
        _, parts, _ = _read(path, fingerprint)
        return SearchText(*bytes(parts[0]).decode().split("\0"))
    except (CacheMiss, IndexError, TypeError, UnicodeDecodeError):
        text = search_text(map(roadmap.record, range(len(roadmap))))
        _write(path, fingerprint, {}, ["\0".join(text).encode("utf-8", "replace")])
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
        if line[:8] != b"%08x" % crc32(line[9:-1]):
            raise CacheMiss(self._path)
        record: Record = json.loads(line[9:-1])
        return record

    def _read(self, start: int, stop: int) -> bytes:
        try:
            with open(self._path, "rb") as file:
                file.seek(self._offset + start)
                return file.read(stop - start)
        except OSError as error:
            raise CacheMiss(self._path) from error


def write_progress(path: str, fingerprint: str, progress: Progress) -> None:
    """Write the fold of the progress file with this fingerprint."""
    head = {
        "roadmap": progress.roadmap.fingerprint,
        "newest": progress.newest,
        "days": progress.active_days,
        "pauses": progress.pauses,
        "traces": [[node, details] for node, details in progress.item_details.items()],
        "strangers": progress.orphaned,
    }
    columns = [column.cast("B") for column in progress.columns()]
    _write(path, fingerprint, head, [progress.states, *columns, progress.sittings])


def read_progress(path: str, fingerprint: str, roadmap: Roadmap) -> Progress:
    """Return the fold made from both files as they are; raise Stale."""
    head, parts, _ = _read(path, fingerprint)
    if head.get("roadmap") != roadmap.fingerprint or len(parts) != 2 + len(COLUMNS):
        raise CacheMiss(path)
    states = bytearray(parts[0])
    columns = [part.cast(kind) for part, kind in zip(parts[1:-1], COLUMNS, strict=True)]
    if any(len(column) != len(roadmap) for column in (states, *columns)):
        raise CacheMiss(path)
    progress = Progress(roadmap, states, *columns)
    progress.newest = head["newest"]
    progress.active_days = head["days"]
    progress.pauses = [Rest(*rest) for rest in head["pauses"]]
    progress.sittings = bytearray(parts[-1])
    progress.item_details = dict(head["traces"])
    progress.orphaned = head["strangers"]
    return progress


def _json(value: object) -> bytes:
    return _ENCODER.encode(value).encode("utf-8", "replace")


def _write(
    path: str,
    fingerprint: str,
    head: dict[str, Any],
    parts: "Sequence[Block]",
    rest: "Block" = b"",
) -> bool:
    head = {**head, "lengths": [len(part) for part in parts], "rest": len(rest)}
    words = _json(head)
    check = 0
    for piece in (words, *parts):
        check = crc32(piece, check)
    first = _json([FORMAT, fingerprint, len(words), check])
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.writelines((first, b"\n", words, *parts, rest))
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def _read(path: str, fingerprint: str) -> "tuple[dict[str, Any], list[memoryview[int]], int]":
    """Return the head, the parts and where the rest begins; raise Stale."""
    try:
        with open(path, "rb") as file:
            format_, made_from, length, check = json.loads(file.readline(1000))
            if format_ != FORMAT or made_from != fingerprint:
                raise CacheMiss(path)
            size = os.fstat(file.fileno()).st_size
            words = _read_part(file, length, size)
            head = json.loads(words)
            body = _read_part(file, sum(head["lengths"]), size)
            offset = file.tell()
            complete = offset + head["rest"] == size
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CacheMiss(path) from error
    if not complete or crc32(body, crc32(words)) != check:
        raise CacheMiss(path)
    parts, start, view = [], 0, memoryview(body)
    for length in head["lengths"]:
        parts.append(view[start : start + length])
        start += length
    return head, parts, offset


def _read_part(file: BinaryIO, length: int, size: int) -> bytes:
    """Return the next bytes; a length that the file has not is damage, and would cost memory."""
    if not 0 <= length <= size:
        raise ValueError(length)
    return file.read(length)
