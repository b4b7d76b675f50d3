"""next: what was asked for, and why it is what it is."""

import pytest

from conftest import Run
from llmroadmap.core.model.kinds import KINDS
from llmroadmap.locales import LANGUAGES
from texts_of import group


def ids(run: Run, line: str) -> list[str]:
    return [step["id"] for step in run(f"{line} --json").data["steps"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["a.1", "b.1", "a.2"]),
        ("--time 30m", ["a.1", "b.1"]),
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


def test_nothing_is_short_enough_then_a_part_of_the_next(small: Run) -> None:
    data = small("next --time 10m --json").data
    assert ([step["id"] for step in data["steps"]], data["fits"]) == (["a.1"], False)
    out = small("next --time 10m").out
    assert "10 min of 45 min today, 35 min left" in out
    assert "Begin: llmroadmap start a.1" in out
    data = small("next --time 10m --stage a --kind notebook --json").data
    # Nobody knows how long that one takes: it is offered, and said so.
    assert ([step["id"] for step in data["steps"]], data["fits"]) == (["a.code"], True)
    assert data["steps"][0]["has_estimate"] is False
    out = small("next --time 10m --stage a --kind notebook").out
    assert "notebook · time unknown" in out and "give it 10 min and see" in out
    assert "llmroadmap estimate a.code TIME" in out


def test_a_quiz_on_what_is_not_read_yet_waits(run: Run) -> None:
    run("done hf.0 hf.1.1 --yes")
    data = run("next --time 30m -n 9 --json").data
    first, *others = data["steps"]
    assert (first["id"], first["reason"]["code"]) == ("hf.1.2", "part")
    assert not [step["id"] for step in others if step["id"].startswith("hf.1")]
    run("done hf.1.2-9 --yes")
    run("done hf.1.10")
    run("done hf.1.code")
    assert ids(run, "next --time 30m")[0] == "hf.1.quiz"


def test_something_else_tonight(small: Run) -> None:
    data = small("next --other --json").data
    assert [step["id"] for step in data["steps"]][:1] == ["b.1"]
    assert "a.1" not in [step["id"] for step in data["steps"]]
    assert (data["steps"][0]["reason"]["code"], data["steps"][0]["reason"]["by"]) == (
        "other",
        "a.1",
    )
    assert "instead of a.1" in small("next --other").out
    assert ids(small, "next --other --time 30m")[0] == "b.1"
    small("start a.1")  # what is in progress is what one wants something else than
    assert "a.1" not in ids(small, "next --other")


def test_something_else_where_there_is_only_one_course(small: Run) -> None:
    small("done b.1 b.2")
    assert ids(small, "next --other --stage a")[0] == "a.2"


def test_nothing_of_that_kind(small: Run) -> None:
    assert small("next --kind quiz").out == "Nothing open fits what you asked for.\n"
    assert small("next --kind quiz --json").status == 0


def test_a_part_that_waits_says_for_what(small: Run) -> None:
    data = small("next --stage c --json").data
    assert data["steps"] == [] and [item_ref["id"] for item_ref in data["waits_for"]] == ["b"]
    out = small("next --stage c").out
    assert "c waits for b" in out
    assert "Start it anyway: llmroadmap start c.paper\n" in out


def test_what_fits_and_comes_later_is_named(small: Run) -> None:
    """Not even `--stage` with a kind says that nothing is left where something is."""
    data = small("next --kind paper --json").data
    assert (data["steps"], data["waiting_count"]) == ([], 1)
    waiting = data["waiting"][0]
    assert (waiting["id"], waiting["group"]["id"]) == ("c.paper", "c")
    assert [item_ref["id"] for item_ref in waiting["after"]] == ["b"]
    out = small("next --kind paper").out
    assert "1 step fits; its turn comes later:\n  c.paper  Attention Is All You Need" in out
    assert "\n    after b\n" in out
    assert small("next --kind paper --lang zh").out.startswith("符合筛选的有 1 步，还没轮到：\n")
    small("done b.1 b.2")
    assert ids(small, "next --stage s2 --kind paper") == ["c.paper"]


def test_a_step_that_fits_does_not_pretend_to_be_next_in_order(small: Run) -> None:
    data = small("next --stage a --kind notebook --json").data
    assert data["steps"][0]["reason"] == {
        "code": "fits",
        "by": "a.1",
        "sides": 0,
        "text": "fits what you asked for (the plan's next is a.1)",
    }
    out = small("next --stage a --kind notebook").out
    assert "fits what you asked for (the plan's next is a.1)" in out
    assert small("next --time 45m --json").data["passed_over"] is None


def test_what_is_begun_always_fits_the_time(small: Run) -> None:
    small("start a.1")
    assert ids(small, "next --time 10m")[0] == "a.1"
    assert ids(small, "next --time 10m --kind video") == ["b.1"]  # a part of it


@pytest.mark.parametrize(
    "line", ["next --time soon", "next --time 0", "next --time -5m", "next --kind song"]
)
def test_what_it_does_not_take(small: Run, line: str) -> None:
    ran = small(f"{line} --json")
    assert (ran.status, ran.error["code"]) == (2, "invalid-option")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_name(lang: str) -> None:
    assert set(group(lang, "common.kinds")) == set(KINDS)


def grounds(run: Run, line: str) -> list[tuple[str, str]]:
    return [(term["code"], term["id"]) for term in run(f"{line} --json").data["why"]]


def test_why_at_the_beginning(small: Run) -> None:
    assert grounds(small, "next --why") == [
        ("none-started", ""), ("stage", "s1"), ("sides", "s1"), ("side", "a"), ("side", "b"),
        ("in-order", "a"),
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
    why = small("next --why --stage a --kind notebook --json").data["why"]
    assert ("passed-over", "a.1", 45) in [(t["code"], t["id"], t["minutes"]) for t in why]
    assert "a.1 (section · 45 min)" in small("next --why --stage a --kind notebook").out


def test_of_many_grounds_of_one_sort_the_first_are_shown(run: Run) -> None:
    run("done hf.0.1 hf.1.1")
    passed = [
        t for t in run("next --why --kind quiz --json").data["why"] if t["code"] == "passed-over"
    ]
    assert len(passed) > 5
    out = run("next --why --kind quiz").out
    assert out.count("not what you asked for") == 4
    assert f"  - {len(passed) - 4} more\n" in out


def test_why_tells_groups_of_sides_apart(run: Run) -> None:
    run("done hf bili prompt langchain wrap1 --yes")
    codes = [(t["code"], t["id"]) for t in run("next --why --json").data["why"]]
    heads = [name for code, name in codes if code == "sides"]
    assert heads[0] == "s2"
    assert len(heads) == len(set(heads))


def test_why_at_the_end(small: Run) -> None:
    small("done a b c --yes")
    assert grounds(small, "next --why") == [("none-started", ""), ("optional", "")]
    small("done a.x")
    assert grounds(small, "next --why") == []
