"""next: what was asked for, and why it is what it is."""

import pytest

from conftest import Run
from llmroadmap.core.kinds import KINDS
from llmroadmap.locales import LANGUAGES, texts


def ids(run: Run, line: str) -> list[str]:
    return [step["id"] for step in run(f"{line} --json").data["steps"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["a.1", "b.1", "a.2"]),
        ("--time 30m", ["b.1", "a.code"]),
        ("--time 45", ["a.1", "b.1", "a.2"]),
        ("--time 1h -n 1", ["a.1"]),
        ("--kind video", ["b.1"]),
        ("--kind video -t 45m", ["b.1"]),
        ("--stage a", ["a.1", "a.2", "a.code"]),
        ("--stage a --kind notebook", ["a.code"]),
        ("--stage a.2", ["a.2"]),
    ],
)
def test_what_is_asked_for(small: Run, options: str, expected: list[str]) -> None:
    assert ids(small, f"next {options}") == expected


def test_nothing_is_short_enough_then_the_shortest(small: Run) -> None:
    data = small("next --time 10m --json").data
    assert ([step["id"] for step in data["steps"]], data["fits"]) == (["b.1"], False)
    assert "Nothing open takes 10 min or less. The shortest:" in small("next --time 10m").out
    data = small("next --time 10m --stage a --kind notebook --json").data
    assert ([step["id"] for step in data["steps"]], data["fits"]) == (["a.code"], False)


def test_nothing_of_that_kind(small: Run) -> None:
    assert small("next --kind quiz").out == "Nothing open fits what you asked for.\n"
    assert small("next --kind quiz --json").status == 0


def test_a_part_that_waits_says_for_what(small: Run) -> None:
    data = small("next --stage c --json").data
    assert data["steps"] == [] and [place["id"] for place in data["waits_for"]] == ["b"]
    assert "c waits for b" in small("next --stage c").out


@pytest.mark.parametrize(
    "line", ["next --time soon", "next --time 0", "next --time -5m", "next --kind song"]
)
def test_what_it_does_not_take(small: Run, line: str) -> None:
    ran = small(f"{line} --json")
    assert (ran.status, ran.error["code"]) == (2, "invalid-option")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_name(lang: str) -> None:
    assert set(texts(lang)["kinds"]) == set(KINDS)


def grounds(run: Run, line: str) -> list[tuple[str, str]]:
    return [(term["code"], term["id"]) for term in run(f"{line} --json").data["why"]]


def test_why_at_the_beginning(small: Run) -> None:
    assert grounds(small, "next --why") == [
        ("none-started", ""), ("stage", "s1"), ("side", "a"), ("side", "b"), ("in-order", "a"),
    ]  # fmt: skip
    out = small("next --why").out
    for words in (
        "nothing is in progress",
        "s1 First is the first stage with something left: 0/5 done",
        "a: not begun",
        "in a Attention: the next in order",
    ):
        assert words in out


def test_why_says_when_each_side_was_touched(small: Run) -> None:
    small("done a.1", LLMROADMAP_NOW="2026-11-22T20:00:00+08:00")
    small("done b.1", LLMROADMAP_NOW="2026-11-23T20:00:00+08:00")
    why = small("next --why --json").data["why"]
    sides = [(term["id"], term["day"], term["chosen"]) for term in why if term["code"] == "side"]
    assert sides == [("a", "2026-11-22", True), ("b", "2026-11-23", False)]
    assert "last touched Sun 22 Nov 2026" in small("next --why").out
    assert "上次是 2026 年 11 月 22 日" in small("next --why --lang zh").out


def test_why_of_a_started_step(small: Run) -> None:
    small("start b.1")
    assert grounds(small, "next --why") == [("started", "b.1")]
    assert "in progress since Tue 24 Nov 2026" in small("next --why").out


def test_why_names_the_needs(small: Run) -> None:
    small("done a.1 a.2 a.code b.1")
    assert grounds(small, "next --why")[-1] == ("need-met", "a.1")
    small("done b.2")
    assert ("need-met", "b") in grounds(small, "next --why")


def test_why_says_what_waits(run: Run) -> None:
    why = run("next --why --json").data["why"]
    waits = {term["id"]: term["needs"] for term in why if term["code"] == "side-waits"}
    assert all(waits.values())
    assert all(term["text"] for term in why)


def test_why_says_what_was_passed_over(small: Run) -> None:
    why = small("next --why --time 30m --json").data["why"]
    assert ("passed-over", "a.1", 45) in [(t["code"], t["id"], t["minutes"]) for t in why]
    assert "a.1 (section · 45 min)" in small("next --why --time 30m").out


def test_why_at_the_end(small: Run) -> None:
    small("done a b c --yes")
    assert grounds(small, "next --why") == [("none-started", ""), ("optional", "")]
    small("done a.x")
    assert grounds(small, "next --why") == []
