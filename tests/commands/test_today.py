import os
import re
import sys
from collections.abc import Callable

import pytest

from conftest import Run, without_styles
from typing_session import TypingSession


def test_the_first_run_says_what_this_is_in_a_few_lines(run: Run) -> None:
    lines = run("").out.splitlines()
    assert lines == [
        "A systematic LLM learning roadmap: from Hugging Face to Stanford CS324",
        "352 steps, about 338 h. A roadmap has stages, a stage has courses, a course has steps.",
        "  half an hour a day: about 2 years",
        "  six hours a week: about a year",
        "",
        "First: hf.0.1  Introduction · 30 min",
        "  https://huggingface.co/learn/llm-course/chapter0/1",
        "  Begin: llmroadmap start",
        "  When done: llmroadmap done",
        "",
        "Commands: llmroadmap help",
    ]


def test_the_first_run_breaks_neither_address_nor_command(terminal: Run) -> None:
    for width in (20, 40, 80):
        lines = without_styles(terminal("", width=width, LLMROADMAP_LANG="zh").out).splitlines()
        assert "  https://huggingface.co/learn/llm-course/zh-CN/chapter0/1" in lines
        assert [line for line in lines if line.endswith("llmroadmap done")]


def test_the_figures_of_the_header_stay_together(terminal: Run) -> None:
    terminal("done hf.0.1")
    for width in range(40, 100):
        shown = without_styles(terminal("", width=width, LLMROADMAP_LANG="zh").out).splitlines()
        [figures] = [line for line in shown if "/352" in line]
        assert figures.endswith("1/352 · 0.3% · 还剩约 338 小时")


def test_later_it_is_the_day(small: Run) -> None:
    small("done a.1 --on 2026-11-22")
    small("done b.1 --on yesterday")
    small("start a.2")
    day = small("today --json").data
    assert (day["is_first_run"], day["done"], day["total"]) == (False, 2, 7)
    assert [step["id"] for step in day["next"]] == ["a.2"]
    # The 22nd was a Sunday: last week's.
    assert day["week"] == {"steps": 1, "minutes": 30, "days": 2}
    assert day["streak"] == 3
    assert (day["target"]["days"], day["target"]["weeks_in_a_row"]) == (2, 1)
    assert small("").out == small("today").out


def test_the_week_against_its_target(small: Run) -> None:
    small("done a.1")
    small("config hours 6")
    assert small("today --json").data["target"]["target_minutes"] == 360
    assert "min of 6 h" in small("").out
    assert "min of 6 h" in small("done a.2").out
    assert "min of 6 h" in small("status").out
    assert " of 6 h" in small("status --line").out


def test_weeks_in_a_row_unless_they_are_switched_off(small: Run) -> None:
    for day in ("10", "11", "17", "18"):
        small(f"done a.1 --on 2026-11-{day}")
        small("reopen a.1")
    small("done a.1 --on 2026-11-11")
    assert "2 weeks in a row" in small("").out
    assert small("status --line").out.endswith("2 weeks\n")
    small("config streak off")
    assert "in a row" not in small("").out
    assert "week" not in small("status --line").out


def test_the_pace_stands_quietly_below(small: Run) -> None:
    for day in ("01", "09", "20"):
        at = {"LLMROADMAP_NOW": f"2026-11-{day}T20:00:00+08:00"}
        small(f"done a.{1 + ['01', '09', '20'].index(day)}" if day != "20" else "done b.1", **at)
    small("config finish_by 2027-03-01")
    out = small("").out
    assert re.search(r"\nAt .* a week: ", out)
    assert "for 1 Mar 2027, " in out
    assert " a week: " in small("status").out


def test_after_a_week_it_is_resume(small: Run) -> None:
    small("done a.1")
    for day, away in (("2026-11-30", 6), ("2026-12-01", 7)):
        at = {"LLMROADMAP_NOW": f"{day}T20:00:00+08:00"}
        data = small("today --json", **at).data
        assert data["days_away"] == away
        assert (small("today", **at).out == small("resume", **at).out) is (away >= 7)
        assert data["resume"] == (small("resume --json", **at).data if away >= 7 else None)


@pytest.mark.parametrize(
    "line", ["done a.1", "start b.1", "done hf", "done a b --yes", "skip s1 -y"]
)
def test_it_never_disagrees_with_resume(small: Run, line: str) -> None:
    small(line)
    for day in ("2026-11-24", "2026-12-24"):
        at = {"LLMROADMAP_NOW": f"{day}T20:00:00+08:00"}
        first = small("today --json", **at).data["next"][0]
        assert small("resume --json", **at).data["next"] == first
        assert f": {first['id']}  " in small("resume", **at).out


def test_all_steps_in_progress_are_shown(small: Run) -> None:
    small("start a.1", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    small("start b.1")
    data = small("today --json").data
    assert ([s["id"] for s in data["next"]], [s["id"] for s in data["in_progress"]]) == (
        ["b.1"],
        ["a.1"],
    )
    assert "Also in progress: a.1" in small("").out


def test_the_days_of_the_week_have_a_shape(small: Run) -> None:
    small("done a.1 --on 2026-11-23")
    assert "This week: #o.....  1 day" in small("").out
    small("done a.2")
    assert "This week: ##.....  2 days" in small("").out
    monday = {"LLMROADMAP_NOW": "2026-11-30T20:00:00+08:00"}
    out = small("", **monday).out
    assert "This week: o......  not begun yet" in out
    assert "Last week: 2 days · 2 steps" in out


def test_the_end_says_so(small: Run) -> None:
    small("done a b c --yes")
    out = small("").out
    assert "All 7 steps are done." in out
    assert "7 steps · about 5 h · 24 Nov 2026" in out
    # A step that nobody has to do is not the last word.
    assert "a.x" not in out
    assert "1 optional step is left, if you want more: llmroadmap next" in out


def test_the_first_time_it_asks_three_things_that_enter_skips(terminal, run: Run) -> None:
    said = terminal("today")  # an empty line, then the end of the input
    assert "how much time do you have a week" in said.err
    assert "Leave them out? [y/N]" in said.err
    assert "Type their numbers to leave them out" in said.err
    assert "half an hour a day: about 2 years" in said.out
    config = {each["key"]: each["value"] for each in run("config --json").data["settings"]}
    assert (config["hours"], config["languages"]) == (0, "")
    assert terminal("today").err == ""  # it does not ask again


def test_its_answers_are_settings_and_muted_courses(home, run: Run) -> None:
    session = TypingSession(
        [sys.executable, "-m", "llmroadmap"],
        {
            **os.environ,
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_LANG": "en",
            "LLMROADMAP_DEVICE": "test",
            "LLMROADMAP_NOW": "2026-11-24T20:00:00+08:00",
            "NO_COLOR": "1",
            "TERM": "dumb",
        },
        80,
    )
    with session:
        session.expect("how much time")
        session.type("soon\n")
        session.expect("“soon” is not a length of time")
        session.type("每天半小时\n")
        session.expect("Leave them out")
        session.type("english\n")
        session.expect("y or n")
        session.type("y\n")
        session.expect("Type their numbers")
        session.type("python, 77\n")
        session.expect("Not in the list: python, 77")
        session.type("1， cs161\n")
        shown = session.rest()
    assert "At your 3 h 30 min a week: about" in shown
    config = {each["key"]: each["value"] for each in run("config --json").data["settings"]}
    assert (config["hours"], config["languages"]) == (3.5, "en")
    assert len(run("mute --json").data["listed"]) == 2
    assert "cs161" in run("mute").out
    run("undo")
    assert run("mute --json").data["listed"] == []


def test_where_nobody_can_answer_nothing_is_asked(run: Run) -> None:
    said = run("today")
    assert said.err == "" and "How much" not in said.out
    assert "Settings" not in said.out


def test_several_plans_by_shares(run: Run, plan: Callable[..., str]) -> None:
    run(["add", plan("# Rust\n\n- [ ] Ownership\n- [ ] Borrowing\n"), "--id", "rust"])
    run("done hf.0.1 --on 2026-11-23")
    assert run("today --json").data["plans"] == []
    run("config share 'llm 70, rust 30'")
    data = run("today --json").data
    assert [each["id"] for each in data["plans"]] == ["rust", "llm"]
    step = data["plans"][0]["steps"][0]["id"]
    run(f"done {step} --roadmap rust")
    # The week is that of all of them.
    assert run("today --json").data["week"]["steps"] == 2
    shown = run("today").out
    assert "From zero" in shown or "llm" in shown
    assert "--roadmap rust" in shown
    # Of one that is named only that one is shown.
    assert run("today --roadmap rust --json").data["plans"] == []


def test_every_screen_says_one_time_and_the_same_days(small: Run) -> None:
    def at(day: int, clock: str) -> dict[str, str]:
        return {"LLMROADMAP_NOW": f"2026-11-{day}T{clock}:00+08:00"}

    small("start a.2", **at(23, "20:00"))
    small("stop", **at(23, "20:05"))
    small("done a.2", **at(24, "20:00"))  # without a clock: what is left of its estimate
    small("note a.3 worth it", **at(25, "20:00"))  # no study
    now = at(25, "21:00")
    estimate = small("show a.2 --json", **now).data["minutes"]
    today = small("today --json", **now).data
    assert today["week"]["minutes"] == max(estimate, 5)
    week, stats = small("week --json", **now).data, small("stats --json", **now).data
    assert {week["minutes"], stats["minutes"], today["target"]["minutes"]} == {max(estimate, 5)}
    assert [today["week"]["days"], today["target"]["days"]] == [2, 2]
    assert [week["active_days"], stats["active_days"], stats["weeks"][-1]["days"]] == [2, 2, 2]
    assert [each["is_active"] for each in today["week_days"]][:3] == [True, True, False]
    small("done a.2 --took 7m", **now)  # all there was
    assert small("week --json", **now).data["minutes"] == 7
