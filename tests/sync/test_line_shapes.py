"""What a shape finds is what reading the whole file finds, whatever became of a line."""

import json
import random

import pytest

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.progress_format import checksum, decode, encode_event, header
from llmroadmap.sync.line_shapes import Shapes

TRAILER = b"\n]}\n"
DAYS = ("2024-02-29", "2026-03-02", "2026-12-31")
TEXTS = ("a thought", "想法，第 2 条", "100 %s %", 'a "quote"', "two\nlines", "{},[]", "")


def plain(number: int, chance: random.Random) -> dict[str, object]:
    day = chance.choice(DAYS)
    event: dict[str, object] = {
        "id": f"{number:08x}",
        "at": f"{day}T2{chance.randrange(4)}:00:0{chance.randrange(10)}+08:00",
        "do": chance.choice(("start", "done", "note", "new-verb")),
        "item": f"hf.{chance.randrange(9)}.{chance.randrange(9)}",
    }
    if number % 5 == 0:
        event["text"] = chance.choice(TEXTS)
    if number % 7 == 0:
        event |= {"on": chance.choice(DAYS), "minutes": chance.randrange(90)}
    if number % 11 == 0:
        event["un%known"] = "kept"
    event |= {"change": f"{number:032x}", "device": chance.choice(("laptop", "台式机"))}
    if number % 3:
        event["sum"] = checksum(event)
    return event


def record(seed: int, count: int = 400) -> list[bytes]:
    chance = random.Random(seed)
    return [encode_event(plain(number, chance)) for number in range(count)]  # type: ignore[arg-type]


def as_decoded(line: bytes) -> tuple[object, object, object]:
    (event,) = decode(header("llm") + line + TRAILER, "llm", "file")
    return event["at"], event["id"], event.get("device", "")


def check(lines: list[bytes]) -> int:
    found = Shapes().find(lines)
    for data, line in found.items():
        assert data == line.data
        assert data in lines
        assert (*line.key, line.device) == as_decoded(data)
    return len(found)


@pytest.mark.parametrize("seed", range(5))
def test_most_lines_of_a_record_are_found_and_say_what_reading_them_says(seed: int) -> None:
    lines = record(seed)
    assert check(lines) > len(lines) // 2


@pytest.mark.parametrize("seed", range(10))
def test_a_line_with_a_flipped_bit_is_found_only_where_reading_takes_it_too(seed: int) -> None:
    chance = random.Random(seed)
    lines = []
    for line in record(seed):
        flipped = bytearray(line)
        flipped[chance.randrange(len(line))] ^= 1 << chance.randrange(8)
        lines += [line, bytes(flipped)]
    check(lines)


def event(**fields: object) -> dict[str, object]:
    return {"id": "x", "at": "2026-03-02T20:00:00+08:00", "do": "done", "item": "a.1", **fields}


REFUSED = {
    "no such day": event(at="2026-02-30T20:00:00+08:00"),
    "hour 24": event(at="2026-03-02T24:00:00+08:00"),
    "an offset too far": event(at="2026-03-02T20:00:00+25:00"),
    "a year out of reach": event(at="0000-03-02T20:00:00+08:00"),
    "on no day": event(on="2026-13-01"),
    "too many minutes": event(minutes=10_000_000),
    "fewer than none": event(minutes=-5),
    "a name too long": event(item="a" * 2_001),
    "no id": event(id=""),
    "no verb": event(do=""),
}


@pytest.mark.parametrize("wrong", REFUSED.values(), ids=REFUSED)
def test_what_reading_refuses_is_not_found_among_many_that_are_right(
    wrong: dict[str, object],
) -> None:
    good = {**wrong, **event(), **({"on": "2026-03-02"} if "on" in wrong else {})}
    good |= {"minutes": 5} if "minutes" in wrong else {}
    lines = [encode_event({**good, "id": f"g{n}"}) for n in range(100)]  # type: ignore[arg-type,typeddict-item]
    line = json.dumps(wrong, separators=(",", ":")).encode()
    with pytest.raises(LlmroadmapError):
        as_decoded(line)
    assert line not in (found := Shapes().find([*lines, line]))
    assert len(found) == len(lines)


def test_bytes_that_are_no_text_are_left_to_be_parsed() -> None:
    lines = [encode_event(event(id=f"g{n}")) for n in range(100)]  # type: ignore[arg-type]
    assert Shapes().find([*lines, lines[0].replace(b"a.1", b"a.\xff")]) == {}


def test_of_few_lines_or_odd_ones_none_is_found() -> None:
    assert Shapes().find(record(1, 20)) == {}
    assert Shapes().find([b"{]}"] * 100) == {}
    own = [encode_event(event(id=f"g{n}", own={"path": []})) for n in range(100)]  # type: ignore[arg-type]
    assert Shapes().find(own) == {}
