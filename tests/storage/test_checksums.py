"""A flipped byte is noticed, whatever it hits; what people and older versions wrote is still taken."""

import json
import random
from pathlib import Path
from zlib import crc32

import pytest

from conftest import Run
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.progress_format import checksum, decode, encode


@pytest.fixture
def data(small: Run, home: Path) -> bytes:
    small("done a.1 a.2")
    small(["note", "a.1", "a thought 想法"])
    small("start a.code")
    small("undo")
    return (home / "data/progress/small.json").read_bytes()


def events(data: bytes) -> list[dict[str, object]]:
    return list(decode(data, "small", "file"))  # type: ignore[arg-type]


def test_a_flipped_byte_is_never_read_as_other_words(data: bytes) -> None:
    before = [{k: v for k, v in event.items() if k != "sum"} for event in events(data)]
    chance = random.Random(7)
    for _ in range(700):
        place, bit = chance.randrange(len(data)), chance.randrange(8)
        flipped = bytearray(data)
        flipped[place] ^= 1 << bit
        try:
            after = events(bytes(flipped))
        except LlmroadmapError:
            continue
        # What was hit is white space, or the name of the checksum itself.
        known = [
            {k: v for k, v in event.items() if k in before[0] or k != "sum"} for event in after
        ]
        for event in known:
            for key in [key for key in event if len(key) == 3 and key not in before[0]]:
                del event[key]
        assert known == before, (place, bit)


def test_it_survives_another_order_and_another_layout(data: bytes) -> None:
    mixed = [dict(sorted(event.items(), reverse=True)) for event in reversed(events(data))]
    document = {"events": mixed, "roadmap": "small", "format": 1}
    for indent in (None, 4):
        again = json.dumps(document, indent=indent, ensure_ascii=True).encode()
        assert events(again) == mixed


def test_events_without_one_are_taken(data: bytes) -> None:
    bare = [{k: v for k, v in event.items() if k != "sum"} for event in events(data)]
    assert events(encode(bare, "small")) == bare  # type: ignore[arg-type]


def test_a_changed_event_is_told_with_its_place_and_the_way_back(
    small: Run, home: Path, data: bytes
) -> None:
    path = home / "data/progress/small.json"
    path.write_bytes(data.replace(b"a thought", b"a thoughT"))
    ran = small("log --json")
    assert (ran.error["code"], ran.error["reason"]) == ("progress-damaged", "changed")
    assert ran.error["event"] == 3
    assert "“sum”" in ran.error["message"]
    assert small("doctor --fix").status == 0
    assert small("log").status == 0


def test_what_it_stands_for() -> None:
    assert checksum({"id": "1", "n": 5, "sum": "x"}) == checksum({"n": 5, "id": "1"})
    assert checksum({"id": "1", "n": 5}) != checksum({"id": "1", "n": 6})
    assert len(checksum({})) == 8


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"id": "1"},
        {"text": "100 %s %(id)s 想法 \udc80", "id": "1", "minutes": 30},
        {"50%": "x", "id": "1"},
        {"id": "1", "new": True, "more": [1, {"b": None, "a": 0.5}]},
    ],
)
def test_it_is_of_all_keys_and_values_in_the_order_of_the_keys(event: dict[str, object]) -> None:
    words = []
    for key, value in sorted(event.items()):
        as_json = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        words += [key, value if isinstance(value, str) else as_json]
    data = "\x1f".join(words).encode("utf-8", "surrogatepass")
    assert checksum({**event, "sum": "any"}) == f"{crc32(data):08x}"
