"""Lines of progress files that are alike, checked many at a time.

Most events of a record have the same few keys in the same order. A pattern made from one of them
finds the others, and finds nothing that `progress_format.decode` would refuse, for a quarter of the
time that parsing takes. A line that it passes over is no worse for that: it is parsed.
"""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from llmroadmap.core.days import is_day
from llmroadmap.storage.progress_format import BETWEEN, LONGEST_ID, encode_event, is_plain, parse

_MOST_SHAPES = 8
_FEW = 50  # lines; to make and try a pattern takes as long as parsing so many
_HOUR = rb"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_TIMESTAMP = rb"[0-9-]{10}T" + _HOUR + rb":[0-5][0-9](?:\.[0-9]{6})?[+-]" + _HOUR
# A text without escapes is its bytes.
_PLAIN = rb'[^"\\\x00-\x1f]'
_AT_MOST = b"{0,%d}" % LONGEST_ID
_TEXTS = {
    "at": _TIMESTAMP,
    **dict.fromkeys(("id", "do"), _PLAIN + b"+"),
    **dict.fromkeys(("item", "to"), _PLAIN + _AT_MOST),
}
_NUMBER = b"0|[1-9][0-9]{0,5}"


class EventLine(NamedTuple):
    """A line of a progress file, known to hold one event: its `at` and `id`, and its device."""

    key: tuple[str, str]
    device: str
    data: bytes

    @property
    def id(self) -> str:
        """Return the event's id."""
        return self.key[1]


class _Shape(NamedTuple):
    """The keys of an event in order, and what finds the values of all lines that have them.

    `words % values(match)` is what the checksum stands for; a match begins with its whole line.
    """

    keys: list[str]
    find: "Callable[[bytes], list[tuple[bytes, ...]]]"
    words: bytes
    values: "Callable[[tuple[bytes, ...]], tuple[bytes, ...]]"


class Shapes:
    """The shapes that were met so far."""

    def __init__(self) -> None:
        self._shapes: list[_Shape] = []

    def find(self, lines: Sequence[bytes]) -> dict[bytes, EventLine]:
        """Return those of the lines that are right and of a shape that many of them have."""
        found: dict[bytes, EventLine] = {}
        rest = list(lines)
        for shape in self._shapes:
            found |= _right_ones(shape, rest)
            rest = [line for line in rest if line not in found]
        while len(rest) > _FEW and len(self._shapes) < _MOST_SHAPES:
            new = _shape_of(rest[0])
            if new is None:
                break
            self._shapes.append(new)
            found |= _right_ones(new, rest)
            rest = [line for line in rest[1:] if line not in found]
        return found


def _shape_of(line: bytes) -> _Shape | None:
    """Return the shape of a line; None where it is not one that a pattern can be made of."""
    try:
        event = parse(line.decode())
    except (ValueError, RecursionError):
        return None
    if not is_plain(event) or encode_event(event) != line:
        return None
    if not all(type(value) in (str, int) for value in event.values()):
        return None
    keys = list(event)
    members = b",".join(_member(key, type(event[key]) is int) for key in keys)
    summed = sorted(key for key in keys if key != "sum")
    return _Shape(
        keys=keys,
        find=re.compile(rb"^(\{" + members + rb"\})$", re.MULTILINE).findall,
        words=BETWEEN.join(f"{key.replace('%', '%%')}{BETWEEN}%b" for key in summed).encode(),
        values=itemgetter(*(keys.index(key) + 1 for key in summed)),
    )


def _member(key: str, is_number: bool) -> bytes:
    name = re.escape(f'"{key}":'.encode())
    if is_number:
        return name + b"(" + _NUMBER + b")"
    return name + b'"(' + _TEXTS.get(key, _PLAIN + b"*") + b')"'


def _right_ones(shape: _Shape, lines: Sequence[bytes]) -> dict[bytes, EventLine]:
    """Return the lines of this shape whose day there is and whose checksum is right."""
    text = b"\n".join(lines)
    if not _is_utf8(text):
        return {}
    keys, find, words, values = shape
    place = {key: number for number, key in enumerate(keys, 1)}
    at, event_id, device = place["at"], place["id"], place.get("device")
    on, checksum = place.get("on"), place.get("sum")
    found = {}
    for match in find(text):
        moment = match[at].decode()
        if (
            is_day(moment[:10])
            and (on is None or is_day(match[on].decode()))
            and (checksum is None or match[checksum] == b"%08x" % crc32(words % values(match)))
        ):
            name = match[device].decode() if device else ""
            found[match[0]] = EventLine((moment, match[event_id].decode()), name, match[0])
    return found


def _is_utf8(text: bytes) -> bool:
    try:
        return text.isascii() or bool(text.decode())
    except UnicodeDecodeError:
        return False
