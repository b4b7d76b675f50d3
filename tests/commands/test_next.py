"""next: what to study now, over the real command line."""

from collections.abc import Callable

import pytest

from conftest import NOW, Run


def ids(steps: list[dict]) -> list[str]:
    return [step["id"] for step in steps]


def test_what_scripts_may_rely_on(small: Run) -> None:
    data = small("next --json").data
    step = data["steps"][0]
    assert (step["id"], step["title"], step["minutes"]) == ("a.1", "What attention is", 45)
    assert step["links"] == [{"url": "https://example.org/a/1", "title": ""}]
    assert step["reason"] == {
        "code": "not-begun",
        "text": "first of 2 parallel courses, not begun yet",
        "by": "",
        "sides": 2,
    }
    assert (step["state"], step["kind"], step["optional"]) == ("open", "section", False)
    assert step["stage"] == {"id": "s1", "title": "First"}
    assert step["groups"] == [{"id": "a", "title": "Attention"}]
    assert [(habit["id"], habit["repeat"], habit["due"]) for habit in data["habits"]] == [
        ("notes", "weekly", True)
    ]
    assert (data["stage"]["id"], data["done"], data["total"]) == ("s1", 0, 7)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("next", ["a.1", "b.1", "a.2"]),
        ("next -n 1", ["a.1"]),
        ("next --number 50", ["a.1", "b.1", "a.2", "a.code"]),  # b.2 waits, and with it c
        ("next -n 99999999", ["a.1", "b.1", "a.2", "a.code"]),
    ],
)
def test_how_many(small: Run, line: str, offered: list[str]) -> None:
    assert ids(small(f"{line} --json").data["steps"]) == offered


def test_the_setting_says_how_many(small: Run, home) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.json").write_text('{"steps": 2}')
    assert ids(small("next --json").data["steps"]) == ["a.1", "b.1"]
    assert ids(small("next -n 1 --json").data["steps"]) == ["a.1"]


@pytest.mark.parametrize("n", ["0", "-1", "x", "1.5", "٣"])
def test_no_number(small: Run, n: str) -> None:
    ran = small(["next", "-n", n, "--json"])
    assert ran.status == 2
    assert (ran.error["code"], ran.error["value"]) == ("invalid-option", n)
    assert "whole number" in ran.error["message"]


def test_why(small: Run) -> None:
    small("done a.1")
    small("start a.2", LLMROADMAP_NOW="2026-11-25T20:00:00+08:00")
    small("done b.1", LLMROADMAP_NOW="2026-11-25T21:00:00+08:00")
    reasons = [
        (s["id"], s["reason"]["code"], s["reason"]["by"])
        for s in small("next --json").data["steps"]
    ]
    assert reasons == [
        ("a.2", "continue", ""),
        ("a.code", "untouched-longest", ""),
        ("b.2", "unlocked", "a.1"),
    ]
    assert "continue: you have started it" in small("next").out
    assert "unlocked by a.1" in small("next").out


def test_the_line_to_type(small: Run) -> None:
    assert "When done: llmroadmap done a.1\n" in small("next").out


def test_habits_are_on_a_line_of_their_own_until_they_are_checked_in(small: Run) -> None:
    assert (
        "\nHabits due this week: notes  Tidy the notes · llmroadmap checkin notes\n"
        in small("next").out
    )
    small("checkin notes")
    assert "notes" not in small("next").out
    week_later = NOW.replace("-24T", "-30T")
    assert "Habits due" in small("next", LLMROADMAP_NOW=week_later).out


COUNTED = "a.1 a.2 a.code b.1 b.2 c.paper c.note"


def test_optional_steps_only_when_no_counted_one_is_left(small: Run) -> None:
    small("done " + COUNTED.rpartition(" ")[0])
    assert ids(small("next -n 9 --json").data["steps"]) == ["c.note"]
    small("skip c.note")
    data = small("next --json").data
    assert [(s["id"], s["optional"], s["reason"]["code"]) for s in data["steps"]] == [
        ("a.x", True, "optional")
    ]
    assert (data["done"], data["total"], data["optional_left"]) == (6, 6, 1)
    out = small("next").out
    assert "All 6 steps are done." in out
    assert "1 optional step is left" in out


def test_at_the_very_end(small: Run) -> None:
    small(f"done {COUNTED} a.x")
    ran = small("next")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("All 7 steps are done.\n")
    assert small("next --json").data["steps"] == []
    assert small("next --json").data["stage"] is None


def test_in_chinese(small: Run) -> None:
    data = small("next --json --lang zh").data
    assert data["steps"][0]["title"] == "注意力是什么"
    assert data["steps"][0]["reason"]["text"] == "2 门课轮流学，这门还没开始"
    assert data["habits"][0]["title"] == "整理笔记"


def test_a_step_without_a_link_of_its_own_has_that_of_its_group(run: Run) -> None:
    run("start papers.attention.skim")
    offered = run("next -n 1 --json").data["steps"][0]
    shown = run(["show", offered["id"], "--json"]).data
    group = run("show papers.attention --json").data
    assert offered["links"] == shown["links"] == group["links"]
    assert (shown["links_of"]["id"], group["links_of"]) == ("papers.attention", None)
    assert "\nLinks of papers.attention\n" in run(["show", offered["id"]]).out


def test_the_time_is_what_such_steps_really_take(small: Run) -> None:
    assert small("next --time 45m --kind section --json").data["fits"]
    small("done a.1 --took 1h30m")
    shown = small("show a.2 --json").data
    assert (shown["factor"], shown["minutes"]) == (1.09, 45)
    assert not small("next --time 45m --kind section --json").data["fits"]
    assert small("next --time 50m --kind section --json").data["fits"]
    assert small("show a.1 --json").data["spent_minutes"] == 90
    assert "about 1.1 × the estimate" in small("show a.2").out


def test_all_plans_by_their_shares_each_with_its_name(run: Run, plan: Callable[..., str]) -> None:
    run(
        [
            "add",
            plan("# Rust\n\n- [ ] Ownership\n- [ ] Borrowing\n- [ ] Lifetimes\n"),
            "--id",
            "rust",
        ]
    )
    run("config share 'llm 70, rust 30'")
    plans = run("next --all --json").data["plans"]
    assert [(each["id"], each["share"]) for each in plans] == [("llm", 70), ("rust", 30)]
    run("done hf.0.1")
    plans = run("next --all --json").data["plans"]
    assert [each["id"] for each in plans] == ["rust", "llm"]
    assert plans[0]["line"] == " --roadmap rust"
    shown = run("next --all").out
    step = plans[0]["steps"][0]["id"]
    assert f"llmroadmap done {step} --roadmap rust" in shown
    assert run(f"done {step} --roadmap rust --json").data["finished"]


def test_without_shares_all_plans_that_were_begun(run: Run, plan: Callable[..., str]) -> None:
    run(["add", plan("# Rust\n\n- [ ] Ownership\n- [ ] Borrowing\n"), "--id", "rust"])
    assert [each["id"] for each in run("next --all --json").data["plans"]] == ["llm"]
    run("done Ownership --roadmap rust")
    assert {each["id"] for each in run("next --all --json").data["plans"]} == {"llm", "rust"}
