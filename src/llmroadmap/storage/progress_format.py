"""The progress file's bytes: events to bytes, and back by the fast path.

What does not look exactly as the program writes it is read again by `progress_damage` and
`progress_schema`, which find the words for it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NoReturn
from zlib import crc32

from llmroadmap.core.days import is_day
from llmroadmap.core.records import NamedTuple

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

FORMAT = 1
TRAILER = b"\n]}\n"
MOST_MINUTES = 1_000_000
_ALWAYS = {"id", "at", "do"}
BETWEEN = "\x1f"  # keys and values, in what a checksum stands for
LONGEST_ID = 2_000  # characters; a roadmap has 20 levels of at most 64
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("id", "at", "on", "do", "item", "to", "change", "of"), (str,)),
    **dict.fromkeys(("device", "text", "url", "sum"), (str,)),
    "minutes": (int,),
    "grade": (int, str),
}


class _Shape(NamedTuple):
    """What the keys of an event and the types of their values tell.

    Of many events most have one of a few. `is_right`: what every event has is there, and what we
    know is of its type. `template % values(event)` is what the checksum stands for; without a
    template, `_words` finds it.
    """

    is_right: bool
    template: str
    values: "Callable[[Mapping[str, object]], object]"


_SHAPES: dict[tuple[object, ...], _Shape] = {}


class Rejected(ValueError):
    """Something that JSON parsers take and we do not: `reason` and what it was about."""

    def __init__(self, reason: str, found: str) -> None:
        super().__init__(reason, found)
        self.reason = reason
        self.found = found


def header(roadmap_id: str) -> bytes:
    """Return the first line of a roadmap's progress file."""
    name = json.dumps(roadmap_id, ensure_ascii=False)
    return f'{{"format": {FORMAT}, "roadmap": {name}, "events": [\n'.encode()


def encode(events: Sequence["Event"], roadmap_id: str) -> bytes:
    """Return the whole file."""
    return header(roadmap_id) + _lines(events) + TRAILER


def addition(events: Sequence["Event"], *, to_none: bool) -> bytes:
    """Return what takes the place of a file's TRAILER, so that it has these events as well.

    A valid file has three keys only, so the trailer's bracket is that of the events. `to_none`: it
    has none yet.
    """
    return (b"" if to_none else b",\n") + _lines(events) + TRAILER


def _lines(events: Sequence["Event"]) -> bytes:
    return b",\n".join(map(encode_event, events))


def encode_event(event: "Event") -> bytes:
    """Return one event as its line."""
    try:
        return _compact(event, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # Half a surrogate pair, which JSON can name and UTF-8 cannot hold.
        return _compact(event, ensure_ascii=True).encode()


def _compact(event: "Event", *, ensure_ascii: bool) -> str:
    return json.dumps(event, ensure_ascii=ensure_ascii, allow_nan=False, separators=(",", ":"))


def decode(data: bytes, roadmap_id: str, path: str) -> list["Event"]:
    """Return the events, or raise the `ProgressError` that says what is wrong with the file."""
    try:
        document = parse(data.decode())
    except (ValueError, RecursionError) as error:
        # Only a damaged file, or one with a byte order mark, needs what explains it.
        from llmroadmap.storage.progress_damage import parse_or_explain

        document = parse_or_explain(data, path, error)
    events = _plain_events(document, roadmap_id)
    if events is None:
        # pydantic, slow to import, only for what is not as the program writes it.
        from llmroadmap.storage.progress_schema import check

        events = check(document, roadmap_id, path)
    return events


def parse(text: str) -> Any:
    """Parse JSON strictly: no key twice, no number that is none."""
    return json.loads(
        text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_finite
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        raise Rejected("duplicate-key", next(key for key in keys if keys.count(key) > 1))
    return result


def _constant(name: str) -> NoReturn:
    raise Rejected("no-number", name)


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise Rejected("no-number", digits[:40])
    return number


def _plain_events(document: Any, roadmap_id: str) -> list["Event"] | None:
    """Return the events of a file that is as the program writes it, without doubles."""
    if type(document) is not dict or document.keys() != {"format", "roadmap", "events"}:
        return None
    if type(document["format"]) is not int or document["format"] != FORMAT:
        return None
    events = document["events"]
    if document["roadmap"] != roadmap_id or type(events) is not list:
        return None
    if not all(map(is_plain, events)) or len({event["id"] for event in events}) != len(events):
        return None
    return events


def is_plain(event: Any) -> bool:
    """Tell whether `event` has what every event has, and each field that we know its type."""
    if type(event) is not dict:
        return False
    kind = (*event, *map(type, event.values()))
    shape = _SHAPES.get(kind) or _shape(event)
    # `in` costs half of what `get` does, and a long record is looked at whole.
    return (
        shape.is_right
        and event["id"] != ""
        and event["do"] != ""
        and is_timestamp(event["at"])
        and ("on" not in event or is_day(event["on"]))
        and ("minutes" not in event or 0 <= event["minutes"] <= MOST_MINUTES)
        and ("item" not in event or len(event["item"]) <= LONGEST_ID)
        and ("to" not in event or len(event["to"]) <= LONGEST_ID)
        and ("sum" not in event or event["sum"] == _checksum(event, shape))
    )


def checksum(event: Mapping[str, object]) -> str:
    """Return eight hex digits that stand for what the event says, whatever the order of its keys.

    It is `sum` in the file. It survives merging, reordering and reformatting; events of older
    versions, and those written by hand, have none.
    """
    return _checksum(event, _shape(event))


def _checksum(event: Mapping[str, object], shape: _Shape) -> str:
    words = shape.template % shape.values(event) if shape.template else _words(event)
    return f"{crc32(words.encode('utf-8', 'surrogatepass')):08x}"


def _shape(event: Mapping[str, object]) -> _Shape:
    kind = (*event, *map(type, event.values()))
    return _SHAPES.get(kind) or _SHAPES.setdefault(kind, _new_shape(event))


def _new_shape(event: Mapping[str, object]) -> _Shape:
    is_right = event.keys() >= _ALWAYS and all(
        type(value) in _TYPES.get(key, (type(value),)) for key, value in event.items()
    )
    keys = sorted(key for key in event if key != "sum")
    is_simple = len(keys) > 1 and all(type(event[key]) in (str, int) for key in keys)
    template = BETWEEN.join(f"{key.replace('%', '%%')}{BETWEEN}%s" for key in keys)
    return _Shape(is_right, template if is_simple else "", itemgetter(*keys) if is_simple else dict)


def _words(event: Mapping[str, object]) -> str:
    """Return every key but `sum` with its value, in the order of the keys."""
    parts = []
    for key in sorted(event):
        if key != "sum":
            value = event[key]
            parts += [key, value if type(value) is str else _sorted_json(value)]
    return BETWEEN.join(parts)


def _sorted_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def is_timestamp(text: str) -> bool:
    """Tell whether `text` is an ISO 8601 instant with an offset, of a year that can be reckoned."""
    try:
        return (
            is_day(text[:10])
            and text[10] == "T"
            and text[11:13] != "24"
            and text.isascii()
            and datetime.fromisoformat(text).tzinfo is not None
        )
    except (ValueError, IndexError):
        return False
