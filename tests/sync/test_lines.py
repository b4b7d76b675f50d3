"""Files read line by line: the same events as when read whole, whatever somebody made of the layout."""

import json

import pytest

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.progress_format import TRAILER, checksum, decode, encode, header
from llmroadmap.sync.lines import Lines, events_of

AT = "2026-03-02T20:00:00+08:00"


def event(name, **fields):
    made = {"id": name, "at": AT, "do": "note", "item": "hf.1.1", "text": "一 step", **fields}
    return {**made, "sum": checksum(made)}


def line(made):
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


A, B, C = (line(event(name)) for name in "abc")
BRACES = line(event("d", text='{"id":"x"},{'))
LISTED = b'{"id":"e","at":"%b","do":"new","x":[{"n":1},\n{"n":2}]}' % AT.encode()
# Laid out so that there are as many lines as events, at none of the right places.
DECEIVING = b'{"id":"f","at":"%b","do":"new","x":[{"n":1},\n{"id":"a"}]}' % AT.encode()

LAYOUTS = {
    "as ours": b",\n".join((A, B, C)),
    "braces in a text": b",\n".join((A, BRACES, C)),
    "objects in an event": b",\n".join((A, LISTED, C)),
    "two in a line": b",\n".join((A, B + b"," + C)),
    "as many lines as events": b",\n".join((DECEIVING, A + b"," + B)),
    "an event in two lines": b",\n".join((A.replace(b',"do"', b',\n"do"'), B + b"," + C)),
    "twice the same": b",\n".join((A, B, A)),
    "blanks": b" ,\n ".join((A, B)),
    "none": b"",
}


def file(body):
    return header("llm") + body + TRAILER


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_the_events_are_those_of_the_whole_file_and_so_is_what_is_written(body):
    expected = decode(file(body), "llm", "progress.json")
    lines = Lines("llm")
    for _ in range(2):  # The second time the lines are known.
        found = lines.decode(file(body), "progress.json")
        assert events_of(found) == expected
        assert decode(lines.encode(reversed(found)), "llm", "again.json") == expected[::-1]


def test_a_file_after_another_has_its_own_events_and_those_of_both():
    lines = Lines("llm")
    first = lines.decode(file(b",\n".join((A, B))), "one.json")
    second = lines.decode(file(b",\n".join((B, C, A))), "two.json")
    assert [each.id for each in second] == ["b", "c", "a"]
    assert second[2] is first[0]
    assert lines.encode(second) == file(b",\n".join((B, C, A))) == encode(events_of(second), "llm")


@pytest.mark.parametrize(
    "body",
    [
        b",\n".join((A, B.replace("一".encode(), "二".encode()))),
        b",\n".join((A, B[:-9] + b"}", C)),
        b",\n".join((A, b"{]}", C)),
    ],
    ids=["another text than its sum says", "cut", "no JSON"],
)
def test_what_is_wrong_with_a_line_is_said_as_of_the_whole_file(body):
    with pytest.raises(LlmroadmapError) as expected:
        decode(file(body), "llm", "progress.json")
    lines = Lines("llm")
    lines.decode(file(A), "one.json")
    with pytest.raises(LlmroadmapError) as found:
        lines.decode(file(body), "progress.json")
    assert (type(found.value), vars(found.value)) == (type(expected.value), vars(expected.value))
