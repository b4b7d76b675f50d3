"""Inputs made to do harm, over the real command line: an answer or one message, never more."""

import csv
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Run, shared_folder
from safety.program import Ended, Program, ended, needs_posix

pytestmark = needs_posix

# Where our answer is another than the one expected, and why.
OURS = {
    "yaml/43-value-tag.yaml": "accept",  # scalars stay text: a title of `=` is a title
    # Text without a single entry is no plan, and said to be none: there is nothing to follow.
    **dict.fromkeys(
        ("md/10-deep-quote.md", "md/11-brackets.md", "md/12-emphasis.md", "md/13-html-tokens.md"),
        "error",
    ),
}
# Every kind of damage, but few enough for every run of the tests; `long` takes them all.
FEW = ("01-", "03-", "06-", "13-", "19-", "29-", "37-", "44-")
ROADMAP_OF_PROGRESS = "format: 1\nid: t\ntitle: T\nstages: [{id: s, title: S, items: [{id: a, title: A, items: [{id: 1, title: B}]}]}]\n"


class Case(NamedTuple):
    """A file, and what is to be made of it: accept, error, either."""

    name: str
    path: Path
    expected: str


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Let the generator that may lie beside the project write its files."""
    maker = shared_folder() / "hostile" / "make.py"
    if not maker.exists():
        pytest.skip("the generator of hostile inputs is not here")
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(maker), str(folder)], check=True, capture_output=True)
    with (folder / "CASES.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(row["file"], folder / row["file"], OURS.get(row["file"], row["expect"]))
        for row in rows
    ]


def of_kind(cases: list[Case], kind: str, *, few: bool) -> Iterator[Case]:
    found = [case for case in cases if case.name.startswith(kind)]
    assert found
    for case in found:
        if not few or Path(case.name).name.startswith(FEW):
            yield case


def check_answer(case: Case, ran: Ended) -> None:
    assert ran.status in (0, 1), (case.name, ran)
    if case.expected != "either":
        assert (ran.status == 0) == (case.expected == "accept"), (case.name, ran)
    if ran.status:
        assert ran.out == "", case.name
        assert ran.err.startswith("Error: "), case.name
        assert case.path.name in ran.err or "small.json" in ran.err or "t.json" in ran.err
    check_text(case, ran.out + ran.err)


def check_text(case: Case, text: str) -> None:
    """Nothing that could steer a terminal comes through."""
    for character in set(text) - {"\n"}:
        category = unicodedata.category(character)
        assert category != "Cc", (case.name, hex(ord(character)))
        assert ord(character) not in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)), case.name


def look_at_roadmaps(tmp_path: Path, cases: list[Case], *, few: bool) -> int:
    checked = 0
    for case in of_kind(cases, "yaml/", few=few):
        program = Program(tmp_path / f"home{checked}", case.path)
        for line in ("status", "list") if case.expected == "accept" else ("status",):
            check_answer(case, program.run(line))
        checked += 1
        assert not (program.home / "data").exists(), "looking writes nothing"
    return checked


def look_at_progress(tmp_path: Path, cases: list[Case], *, few: bool) -> int:
    roadmap = tmp_path / "t.yaml"
    roadmap.write_text(ROADMAP_OF_PROGRESS)
    checked = 0
    for case in of_kind(cases, "json/", few=few):
        program = Program(tmp_path / f"home{checked}", roadmap)
        file = program.home / "data" / "progress" / "t.json"
        file.parent.mkdir(parents=True)
        shutil.copy(case.path, file)
        before = file.read_bytes()
        for line in ("status", "list", "today") if case.expected == "accept" else ("status",):
            check_answer(case, program.run(line))
        if case.expected == "error":
            assert program.run("done a.1").status == 1
            assert file.read_bytes() == before
        checked += 1
    return checked


def test_some_roadmaps_and_progress_files(tmp_path: Path, cases: list[Case]) -> None:
    assert look_at_roadmaps(tmp_path / "y", cases, few=True) >= 6
    (tmp_path / "j").mkdir()
    assert look_at_progress(tmp_path / "j", cases, few=True) >= 4


@pytest.mark.long
def test_every_roadmap(tmp_path: Path, cases: list[Case]) -> None:
    print(f"hostile roadmaps: {look_at_roadmaps(tmp_path, cases, few=False)} as expected")


@pytest.mark.long
def test_every_progress_file(tmp_path: Path, cases: list[Case]) -> None:
    print(f"hostile progress files: {look_at_progress(tmp_path, cases, few=False)} as expected")


@pytest.mark.long
def test_every_plan_to_add(tmp_path: Path, cases: list[Case]) -> None:
    checked = 0
    for case in of_kind(cases, "md/", few=False):
        program = Program(tmp_path / f"home{checked}")
        ran = ended(
            subprocess.Popen(
                [*program.command([])[:3], "add", str(case.path), "--id", "plan"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=program.environ(),
            )
        )
        check_answer(case, ran)
        if ran.status == 0:
            made = Program(program.home, program.home / "config" / "roadmaps" / "plan.yaml")
            for line in ("status", "list", "check"):
                check_text(case, made.run(line).out)
        checked += 1
    print(f"hostile plans: {checked} as expected")


TRAPS = ("$(touch trap)", "`touch trap`", "; touch trap", "| touch trap", "[bold]x[/bold]", "[/]")


def test_what_is_typed_or_written_is_text(run: Run, tmp_path: Path) -> None:
    """Titles, notes and names that are commands or markup stay what they are."""
    plan = tmp_path / "traps.yaml"
    rows = "\n".join(f"          - {{id: {n}, title: {trap!r}}}" for n, trap in enumerate(TRAPS, 1))
    plan.write_text(
        "format: 1\nid: traps\ntitle: T\nstages:\n  - id: s\n    title: S\n    items:\n"
        f"      - id: x\n        title: X\n        items:\n{rows}\n"
    )
    where = ["--roadmap", str(plan)]
    shown = run(["list", *where]).out
    for trap in TRAPS:
        assert trap in shown
        assert run(["note", "x.1", trap, *where]).status == 0
        assert run(["done", trap, *where]).status in (0, 2)
    notes = run(["notes", *where]).out
    assert all(trap in notes for trap in TRAPS)
    assert run(["note", "x.2", "\x1b]0;owned\x07\x1b[2J", *where]).status == 0
    assert "\x1b" not in run(["notes", *where]).out
    assert not list(tmp_path.rglob("trap"))
    assert not Path("trap").exists()


@pytest.mark.parametrize("name", ["LLMROADMAP_LANG", "LANG", "COLUMNS", "EDITOR", "SHELL", "TERM"])
def test_what_the_surroundings_say_is_text(run: Run, name: str) -> None:
    for value in ("$(touch trap)", "x" * 10_000, "\x1b[2J", "zh;touch trap", "9" * 4000):
        ran = run("status", **{name: value})
        assert ran.status == 0
        assert "\x1b" not in ran.out
    assert not Path("trap").exists()
