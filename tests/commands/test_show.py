"""show: everything about one item, over the real command line."""

import pytest

from conftest import Run


def test_what_scripts_may_rely_on(small: Run) -> None:
    data = small("show b.2 --json").data
    assert (data["id"], data["title"], data["state"]) == ("b.2", "Matrices", "open")
    assert data["links"] == []
    assert data["needs"] == [{"id": "a.1", "title": "What attention is", "met": False}]
    assert [item_ref["id"] for item_ref in data["path"]] == ["s1", "b"]
    data = small("show a.1 --json").data
    assert data["links"] == [{"url": "https://example.org/a/1", "title": ""}]
    assert data["unlocks"] == [{"id": "b.2", "title": "Matrices"}]


def test_needs_of_the_groups_above_are_its_own_too(small: Run) -> None:
    small("done b --yes")
    assert small("show c.note --json").data["needs"] == [
        {"id": "b", "title": "Basics", "met": True}
    ]


def test_history(small: Run) -> None:
    small("start a.1 ")
    small("done a.1 --on 2026-11-20")
    small("done a.2")
    small("reopen a.1")
    happened = [(h["day"], h["do"]) for h in small("show a.1 --json").data["history"]]
    assert happened == [
        ("2026-11-24", "start"), ("2026-11-20", "done"), ("2026-11-24", "reopen"),
    ]  # fmt: skip
    out = small("show a.1").out
    assert "Fri 20 Nov 2026  done" in out
    assert "2026 年 11 月 20 日（周五）" in small("show a.1 --lang zh").out
    small("undo")
    assert len(small("show a.1 --json").data["history"]) == 2


def test_a_stage_has_goals_and_counts(small: Run) -> None:
    small("done a.1")
    data = small("show s1 --json").data
    assert (data["goals"], data["tips"], data["state"]) == (["Begin."], [], "started")
    assert (data["counts"]["done"], data["counts"]["total"]) == (1, 5)
    assert [(p["id"], p["state"], p["done"], p["total"]) for p in data["parts"]] == [
        ("a", "started", 1, 3), ("b", "open", 0, 2), ("notes", "", 0, 0),
    ]  # fmt: skip
    assert "  > a      Attention · 1/3\n" in small("show s1").out
    small("skip a.2")
    out = small("show a").out
    assert "  x a.1     What attention is\n  - a.2     Attention in code\n" in out
    assert small("show s1 --json --lang zh").data["goals"] == ["开始。"]


def test_a_habit(small: Run) -> None:
    data = small("show notes --json").data
    assert (data["habit"]["repeat"], data["habit"]["due"], data["counts"]) == ("weekly", True, None)
    out = small("show notes").out
    assert "weekly" in out and out.endswith("\nCheck in with llmroadmap checkin notes\n")
    small("checkin notes")
    assert "llmroadmap checkin" not in small("show notes").out


def test_what_to_type_next(small: Run) -> None:
    assert small("show a.1").out.endswith("\nWhen done: llmroadmap done a.1\n")
    small("done a.1")
    assert "llmroadmap done" not in small("show a.1").out


def test_an_unknown_item(small: Run) -> None:
    ran = small("show a.9 --json")
    assert (ran.status, ran.error["code"]) == (2, "unknown-item")


def test_tips_and_former_addresses_of_the_bundled_roadmap(run: Run) -> None:
    assert run("show s1 --json").data["tips"]
    assert "formerly http" in run("show langchain").out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_item_of_the_bundled_roadmap_can_be_shown(run: Run, lang: str) -> None:
    for name in run("list --json").data["order"][::7]:
        ran = run(["show", name, "--lang", lang])
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(name)


def test_the_questions_of_a_step_are_counted_and_not_told(run: Run) -> None:
    written = run("show hf.1.4 --json").data["questions"]
    assert len(written) == 2
    before = run("show hf.1.4").out
    assert "2 questions to recall it by, once it is done" in before
    assert written[0] not in before
    run("note hf.1.4 'Q: What is a head? A: A last layer.'")
    run("done hf.1.4")
    assert "3 questions to recall it by: llmroadmap recall hf.1.4" in run("show hf.1.4").out
    assert "3 个复习题" in run("show hf.1.4 --lang zh").out
    assert run("show hf.1.4 --json").data["questions"][-1] == "What is a head?"
    assert run("show hf.1 --json").data["questions"] == []
