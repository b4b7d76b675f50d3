"""log: the newest day first, each day as it happened."""

from pathlib import Path

import pytest

from conftest import SMALL, Run


def at(day: int, hour: int = 20) -> str:
    return f"2026-11-{day:02}T{hour:02}:00:00+08:00"


@pytest.fixture
def lived(small: Run) -> Run:
    small("start a.1", LLMROADMAP_NOW=at(18, 19))
    small("done a.1", LLMROADMAP_NOW=at(18, 20))
    small(["note", "a.1", "queries\nand keys"], LLMROADMAP_NOW=at(23))
    small("skip b.1 --reason known", LLMROADMAP_NOW=at(23, 21))
    small("done a.2", LLMROADMAP_NOW=at(24, 9))
    small("undo", LLMROADMAP_NOW=at(24, 10))
    small("proof a.code https://example.org/me", LLMROADMAP_NOW=at(24, 11))
    small("done a.code --on -2d", LLMROADMAP_NOW=at(24, 12))
    return small


def test_by_day_and_without_what_was_undone(lived: Run) -> None:
    entries = lived("log --json").data["entries"]
    assert [(e["day"][-2:], e["do"], e["id"]) for e in entries] == [
        ("24", "proof", "a.code"), ("23", "note", "a.1"), ("23", "skip", "b.1"),
        ("22", "done", "a.code"), ("18", "start", "a.1"), ("18", "done", "a.1"),
    ]  # fmt: skip
    assert entries[-1]["minutes"] == 60


def test_in_words(lived: Run) -> None:
    out = lived("log").out
    assert out.startswith("Today · Tue 24 Nov 2026\n")
    assert "\nYesterday · Mon 23 Nov 2026\n" in out
    assert "\nWed 18 Nov 2026\n" in out
    assert "          queries\n          and keys\n" in out
    assert "skipped  b.1  Vectors\n          known" in out
    assert "今天 · " in lived("log --lang zh").out and "昨天 · " in lived("log --lang zh").out


@pytest.mark.parametrize(
    ("line", "count", "earlier"),
    [
        ("log -n 2", 2, 4),
        ("log --since yesterday", 3, 0),
        ("log --since -2d", 4, 0),
        ("log --since 2026-11-18", 6, 0),
        ("log --since 2026-11-18 -n 1", 1, 5),
        ("log a", 5, 0),
        ("log b.1", 1, 0),
        ("log c", 0, 0),
    ],
)
def test_a_part_of_it(lived: Run, line: str, count: int, earlier: int) -> None:
    data = lived(f"{line} --json").data
    assert (len(data["entries"]), data["earlier"]) == (count, earlier)


@pytest.mark.parametrize("day", ["tomorrow", "2026-11-25", "-x", "2026-13-01"])
def test_days_it_does_not_take(small: Run, day: str) -> None:
    ran = small(["log", "--since", day, "--json"])
    assert (ran.status, ran.error["option"]) == (2, "--since")


def test_nothing_yet(small: Run) -> None:
    assert small("log").out == "Nothing yet.\n"


def test_a_long_history_says_that_there_is_more(small: Run) -> None:
    for _ in range(11):
        for line in ("start b.1", "done b.1", "reopen b.1"):
            small(line)
    assert "3 earlier entries" in small("log").out


def test_what_the_plan_has_no_more_keeps_its_history(run: Run, small: Run, tmp_path: Path) -> None:
    small("done b.1")
    small("note b.1 zebra")
    plan = tmp_path / "plan.yaml"
    text = SMALL.read_text(encoding="utf-8")
    old = "{id: 1, kind: video, "
    assert old in text
    plan.write_text(text.replace(old, "{id: vectors, kind: video, "), encoding="utf-8")
    entries = run(["log", "b.1", "--json", "--roadmap", str(plan)]).data["entries"]
    assert [(e["do"], e["id"], e["in_plan"]) for e in entries] == [
        ("done", "b.1", False), ("note", "b.1", False),
    ]  # fmt: skip
    assert "no longer in the plan" in run(["log", "--roadmap", str(plan)]).out
    found = run(["find", "zebra", "--json", "--roadmap", str(plan)]).data["found"]
    assert [(item["id"], item["state"]) for item in found] == [("b.1", "")]
    assert "no longer in the plan" in run(["find", "zebra", "--roadmap", str(plan)]).out
    assert run(["log", "nothing.such", "--roadmap", str(plan)]).status == 2


def test_one_change_of_many_steps_is_one_line(run: Run) -> None:
    run("skip bili --yes --reason 'no time'")
    run("done hf.0.1")
    run("done hf.1 --yes")
    lines = run("log").out.splitlines()
    assert len(lines) == 5
    assert lines[1].endswith("and 24 more")
    assert lines[2].strip() == "no time"
    assert lines[3].endswith("done  hf.0.1  Introduction")
    assert lines[4].endswith("and 11 more")
    assert run("resume").out.count(" more") == 2
    data = run("log -n 2 --json").data
    assert (len(data["entries"]), data["earlier"]) == (13, 1)
    assert len({entry["change"] for entry in data["entries"]}) == 2


def test_few_steps_of_one_change_are_named_each(run: Run) -> None:
    run("done hf.0.1 hf.1.1 hf.1.2")
    assert len(run("log").out.splitlines()) == 4


@pytest.mark.parametrize("asked", ["log -n 1", "log a -n 1", "log --since 2026-11-18 -n 1"])
def test_the_command_for_earlier_entries_works(lived: Run, asked: str) -> None:
    command = lived(asked).out.splitlines()[-1].partition(": llmroadmap ")[2]
    ran = lived(command)
    assert ran.status == 0
    assert "earlier" not in ran.out
    assert len(ran.out.splitlines()) > 5
