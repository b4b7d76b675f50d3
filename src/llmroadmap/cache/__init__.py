"""What can be made again, and the form of its files: what from, a check sum, and the parts.

Everything in the cache folder is made from files that users own and can be thrown away at any time: what is
missing, out of date, damaged or made by another version is not used, and written anew by whoever
had to do without it. Layout: a line of JSON (format, fingerprint, length, check sum), a head of
JSON with the lengths of what follows, the parts, and a rest that is read by its owner piece by
piece.
"""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO
from zlib import crc32

from llmroadmap import __version__
from llmroadmap.filesystem.folders import make_folders, remove_stale_temps, temp_name

if TYPE_CHECKING:
    Block = bytes | bytearray | memoryview[int]

FORMAT = f"{__version__}-6-{sys.byteorder}-{sys.maxsize.bit_length()}"

# json.dumps would make one for each of a plan's lines.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


class CacheMiss(Exception):
    """A cache file that cannot be used."""


class CacheFile:
    """The file at `path`, of use as long as what it is made from has the fingerprint `made_from`."""

    def __init__(self, path: str, made_from: str) -> None:
        self.path = path
        self.made_from = made_from

    def write(
        self, head: dict[str, Any], parts: "Sequence[Block]" = (), rest: "Block" = b""
    ) -> bool:
        """Replace the file, and tell whether that could be done: a cache may be done without."""
        lengths = [len(part) for part in parts]
        head_line = compact_json({**head, "lengths": lengths, "rest": len(rest)})
        check = 0
        for piece in (head_line, *parts):
            check = crc32(piece, check)
        first = compact_json([FORMAT, self.made_from, len(head_line), check])
        return replace_file(self.path, (first, b"\n", head_line, *parts, rest))

    def copy_from(self, other: "CacheFile") -> bool:
        """Replace the file by a copy of another one, and tell whether that is there and of use."""
        try:
            other.read()
            with open(other.path, "rb") as file:
                *_, length, check = json.loads(file.readline())
                first = compact_json([FORMAT, self.made_from, length, check])
                return replace_file(self.path, (first, b"\n", file.read()))
        except (CacheMiss, OSError):
            return False

    def read(self) -> "tuple[dict[str, Any], list[memoryview[int]], int]":
        """Return the head, the parts and where the rest begins; raise CacheMiss."""
        try:
            with open(self.path, "rb") as file:
                format_, made_from, length, check = json.loads(file.readline(1000))
                if format_ != FORMAT or made_from != self.made_from:
                    raise CacheMiss(self.path)
                size = os.fstat(file.fileno()).st_size
                head_line = _read_part(file, length, size)
                head = json.loads(head_line)
                body = _read_part(file, sum(head["lengths"]), size)
                offset = file.tell()
                complete = offset + head["rest"] == size
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise CacheMiss(self.path) from error
        if not complete or crc32(body, crc32(head_line)) != check:
            raise CacheMiss(self.path)
        parts, start, view = [], 0, memoryview(body)
        for length in head["lengths"]:
            parts.append(view[start : start + length])
            start += length
        return head, parts, offset


def replace_file(path: str, pieces: "Iterable[Block]") -> bool:
    """Replace a file of the cache, whole or not at all, and tell whether that could be done.

    Nothing waits for the disk: after a crash the file is missing or damaged, and made anew.
    """
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, temp_name())
    try:
        make_folders(folder)
        remove_stale_temps(folder)
        # Exclusive: a link of that name, laid by somebody else, must not be followed.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:
            file.writelines(pieces)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass
        return False
    return True


def compact_json(value: object) -> bytes:
    """Return a value as JSON in one line."""
    return _ENCODER.encode(value).encode("utf-8", "replace")


def _read_part(file: BinaryIO, length: int, size: int) -> bytes:
    """Return the next bytes; a length that the file has not is damage, and would cost memory."""
    if not 0 <= length <= size:
        raise ValueError(length)
    return file.read(length)
