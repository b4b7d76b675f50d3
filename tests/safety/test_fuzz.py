"""Chance as a user: real files changed at random, and random lines; an answer or an error of ours.

Each test has a short form, and a long one with more tries of the same.
"""

import io
import json
import os
import string
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW, SMALL, Run
from llmroadmap.cli import main
from llmroadmap.commands import COMMANDS
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.errors import UnclearItem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import nothing_yet
from llmroadmap.formats.errors import PlanUnreadable, RoadmapInvalid
from llmroadmap.formats.roadmap_yaml.schema import validate
from llmroadmap.storage.errors import ProgressError
from llmroadmap.storage.progress_format import decode, encode
from llmroadmap.storage.roadmap_file import read_tree

ROADMAP = build_roadmap(read_tree(str(SMALL)))
YAML = SMALL.read_bytes()
EVENTS: Any = [
    {
        "id": f"{n:032x}",
        "at": f"2026-11-{n:02}T20:00:00+08:00",
        "do": do,
        "item": item,
        "change": "c",
    }
    for n, (do, item) in enumerate((("start", "a.1"), ("done", "a.1"), ("checkin", "notes")), 1)
]
PROGRESS = encode(EVENTS, "small")
PIECES = [b"{", b"}", b"[", b"]", b'"', b"'", b":", b",", b"\n", b"  ", b"- ", b"&a", b"*a", b"!!"]
PIECES += [b"\0", b"\xff", b"\xef\xbb\xbf", "词".encode(), b"\\", b"#", b"|", b">", b"%", b"\x1b"]


@st.composite
def changed(draw: st.DrawFn, whole: bytes) -> bytes:
    """The bytes of a real file, with some of them cut, doubled, moved or replaced."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 60)))
        how = draw(st.sampled_from(("cut", "double", "piece", "bytes", "end")))
        if how == "cut":
            del data[start:end]
        elif how == "double":
            data[start:start] = data[start:end]
        elif how == "piece":
            data[start:end] = draw(st.sampled_from(PIECES))
        elif how == "bytes":
            data[start:end] = draw(st.binary(max_size=6))
        else:
            del data[start:]
    return bytes(data)


def tries(short: int, long: int, *values: st.SearchStrategy[Any]) -> Callable[..., Any]:
    """Run a property with few tries now, the same each time; with many new ones for `long`."""
    relaxed: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}

    def both(check: Callable[..., None]) -> Any:
        @pytest.mark.parametrize(
            "number", [short, pytest.param(long, marks=pytest.mark.long)], ids=["few", "many"]
        )
        def test(number: int) -> None:
            steady = number == short
            few = settings(max_examples=number, database=None, derandomize=steady, **relaxed)
            few(given(*values)(check))()
            if not steady:
                print(f"{check.__name__}: {number} tries, no crash")

        return test

    return both


@tries(150, 5000, changed(YAML))
def test_a_roadmap_changed_at_random(data: bytes) -> None:
    try:
        tree = validate(data, "x.yaml")
    except RoadmapInvalid as error:
        assert error.problems
        assert all(problem.line >= 0 for problem in error.problems)
        return
    roadmap = build_roadmap(tree)  # What is valid can be worked with.
    assert len(roadmap) >= 1
    nothing_yet(roadmap)


@tries(300, 20_000, changed(PROGRESS))
def test_a_progress_file_changed_at_random(data: bytes) -> None:
    try:
        events = decode(data, "small", "x.json")
    except ProgressError:
        return
    progress = fold(ROADMAP, events)
    assert len(progress.states) == len(ROADMAP)


NAMES = st.text(max_size=30) | st.text(alphabet="ab12.xcode @-*[](){}$|\\注意力", max_size=20)


class Space:
    """What names are looked up in."""

    roadmap = ROADMAP
    progress = fold(ROADMAP, EVENTS)
    lang = "zh"
    shown = ("a.1", "b.1")


def nobody(error: UnclearItem) -> int:
    raise error


@tries(300, 20_000, NAMES, st.booleans())
def test_any_name_finds_an_item_or_says_what_it_may_mean(name: str, to_change: bool) -> None:
    try:
        node = find_item(Space(), name, nobody, to_change=to_change)
    except LlmroadmapError as error:
        assert error.exit_status == 2
    else:
        assert 0 <= node < len(ROADMAP)


@tries(100, 3000, st.text(alphabet="#-*[] x☐✓`>|:\n\t1.()<>!词a\\", max_size=200))
def test_any_markdown_is_a_plan_or_none(text: str) -> None:
    from llmroadmap.formats.markdown.reading import read_markdown

    try:
        plan = read_markdown(text)
    except PlanUnreadable as error:
        assert error.reason
    else:
        assert plan.roadmap["stages"]


# These start a browser or an editor, which no random line may do.
OUTWARD = {"open", "edit", "note"}
WORDS = st.sampled_from(
    [
        *(name for name in COMMANDS if name not in OUTWARD),
        *("a.1", "a", "b.2", "c", "notes", "@1", ".", "s1", "small", "previous", "now", "list"),
        *("--json", "--lang", "zh", "en", "--yes", "-y", "--on", "yesterday", "-3d", "-n", "3"),
        *("--all", "--open", "--done", "--fix", "--help", "-q", "--version", "--", "--dry-run"),
        *("", " ", "-", "--nothing", "-x", "$(x)", "[b]", "\x1b[2J", "😀", "a" * 300, "{}", "%s"),
    ]
)
LINES = st.lists(WORDS | st.text(string.printable, max_size=8), max_size=6)


@tries(100, 4000, st.lists(LINES, min_size=1, max_size=4))
def test_any_lines_are_answered(lines: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        environ = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_NOW": NOW, "LLMROADMAP_DEVICE": "x"}
        environ["LLMROADMAP_ROADMAP"] = str(SMALL)
        before = os.getcwd()
        os.chdir(folder)
        try:
            for words in lines:
                if not OUTWARD & set(words):
                    check_line(words, environ)
        finally:
            os.chdir(before)
        for path in home.glob("data/progress/small.json"):
            events = json.loads(path.read_bytes())["events"]
            assert decode(path.read_bytes(), "small", "x") == events


def check_line(words: list[str], environ: dict[str, str]) -> None:
    out, err = io.StringIO(), io.StringIO()
    status = main(words, environ, out, err)
    assert status in (0, 1, 2), words
    assert "\x1b" not in out.getvalue() + err.getvalue()
    if status and "--json" not in words and not err.getvalue():
        assert out.getvalue(), words


@pytest.mark.parametrize(
    "line", ["-- today", "--help today", "help done", "-h nothing", "-- -- --"]
)
def test_lines_that_chance_found(run: Run, line: str) -> None:
    ran = run(line)
    assert ran.status in (0, 2)
    assert ran.out or ran.err
