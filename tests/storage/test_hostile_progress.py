"""The shared folder's hostile progress files, each with the answer it should have; and chance."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import shared_folder
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.errors import ProgressDamaged, ProgressError
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import TRAILER, addition, decode, encode, header
from llmroadmap.storage.restore import readable_events

# Where both answers are allowed, or ours is another than the one expected there.
OURS = {
    "13-utf16.json": "utf-16",
    "15-lone-surrogate.json": None,  # kept, and written back as the escape that it was
    "17-unknown-event.json": "wrong-shape",  # an event without instant and verb
    "18-unknown-items.json": "wrong-shape",  # an item that is a number
    "21-undo-loops.json": None,
    "24-proto-keys.json": "wrong-shape",  # keys of the file that are not in its format
}


def hostile_cases(folder: Path) -> list[tuple[str, str, bytes]]:
    """Let the generator write its progress cases; return name, expectation and bytes of each."""
    path = shared_folder() / "hostile" / "make.py"
    if not path.is_file():
        pytest.skip("the hostile inputs are not here")
    spec = importlib.util.spec_from_file_location("make_hostile", path)
    assert spec is not None and spec.loader is not None
    make: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    make.OUT = folder
    make.json_cases()
    return [
        (name, case[2], (folder / name).read_bytes()) for case in make.CASES if (name := case[0])
    ]


def test_every_hostile_file_has_its_answer(tmp_path: Path) -> None:
    cases = hostile_cases(tmp_path / "cases")
    assert len(cases) >= 24
    for name, expected, data in cases:
        path = tmp_path / Path(name).name
        path.write_bytes(data)
        file = ProgressFile(str(path), str(tmp_path / "data"), "t")
        try:
            events, problem = file.read(), None
        except ProgressError as error:
            events, problem = [], getattr(error, "reason", error.code)
            assert error.path == str(path)
        if expected == "either":
            assert problem == OURS[path.name], name
        else:
            assert (problem is not None) == (expected == "error"), (name, problem)
        check_writing(file, path, data, events, problem)


def check_writing(
    file: ProgressFile, path: Path, data: bytes, events: list[Any], problem: str | None
) -> None:
    new = {"id": "new", "at": "2026-11-24T10:00:00Z", "do": "done", "item": "a"}
    try:
        with file.change() as change:
            change.append([new])  # type: ignore[list-item]
    except LlmroadmapError:
        assert problem is not None
        assert path.read_bytes() == data
    else:
        assert problem is None
        assert file.read() == [*events, new]


instants = st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
words = st.text(max_size=20)
events = st.fixed_dictionaries(
    {
        "id": st.text(min_size=1, max_size=8),
        "at": st.just("2026-11-24T10:00:00+01:00"),
        "do": st.sampled_from(["done", "note", "teleport"]),
    },
    optional={
        "item": words,
        "text": words,
        "minutes": st.integers(0, 1_000_000),
        "grade": st.integers() | words,
        "new field": json_values,
    },
)
event_lists = st.lists(events, max_size=6, unique_by=lambda event: event["id"])


@given(event_lists, st.lists(events, min_size=1, max_size=3))
def test_what_is_written_is_what_is_read(old: list[Any], new: list[Any]) -> None:
    known = {event["id"] for event in old}
    new = [event for event in new if event["id"] not in known]
    new = list({event["id"]: event for event in new}.values())
    data = encode(old, "llm")
    assert decode(data, "llm", "x") == old
    more = addition(new, to_none=not old)
    spliced = data[: -len(TRAILER)] + more if new else data
    assert spliced == encode([*old, *new], "llm")
    assert decode(spliced, "llm", "x") == [*old, *new]
    assert readable_events(spliced) == [*old, *new]


@given(event_lists, st.data())
def test_damaged_at_random(old: list[Any], data: st.DataObject) -> None:
    """Whatever happens to the bytes: an error of ours, or events; never another exception."""
    whole = bytearray(encode(old, "llm"))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    whole[start:end] = data.draw(st.binary(max_size=8) | st.sampled_from(TOKENS))
    check_reading(bytes(whole))


TOKENS = [b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"NaN", b"1e999", b"null", b"\0", b"\n"]


@given(json_values | st.fixed_dictionaries({"format": json_values, "events": json_values}))
@example({"format": 1, "roadmap": "llm", "events": [{"id": "1", "at": "", "do": {}}]})
@example({"format": 10**4299, "roadmap": "llm", "events": []})
@example({"format": 1, "roadmap": "llm", "events": [None, 1]})
def test_any_json(document: Any) -> None:
    check_reading(json.dumps(document).encode())


@given(
    st.lists(st.sampled_from([*TOKENS, b'{"id":"1"', b"\xff", b"1", b" ", header("llm"), TRAILER]))
)
def test_any_tokens(tokens: list[bytes]) -> None:
    check_reading(b"".join(tokens))


@given(st.fixed_dictionaries({"id": json_values, "at": json_values | instants, "do": json_values}))
def test_any_event(event: Any) -> None:
    check_reading(json.dumps({"format": 1, "roadmap": "llm", "events": [event]}).encode())


def check_reading(data: bytes) -> None:
    readable_events(data)
    try:
        found = decode(data, "llm", "x")
    except ProgressDamaged as error:
        assert error.reason
        return
    except ProgressError:
        return
    again = encode(found, "llm")
    assert decode(again, "llm", "x") == found
