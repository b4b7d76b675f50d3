from conftest import Run


def test_the_one_that_is_due_needs_no_name(small: Run) -> None:
    answer = small("checkin --json").data
    assert [(habit["id"], habit["streak"]) for habit in answer["checked_in"]] == [("notes", 1)]
    assert small("next --json").data["habits"] == []


def test_once_a_week_is_enough(small: Run) -> None:
    small("checkin notes")
    again = small("checkin notes --json", LLMROADMAP_NOW="2026-11-26T20:00:00+08:00").data
    assert again["checked_in"] == []
    assert [habit["id"] for habit in again["already"]] == ["notes"]


def test_weeks_in_a_row_are_counted(small: Run) -> None:
    for day in ("2026-11-09", "2026-11-17"):
        small(f"checkin notes --on {day}")
    assert small("checkin --json").data["checked_in"][0]["streak"] == 3


def test_a_step_is_no_habit(small: Run) -> None:
    answer = small("checkin a.1 --json")
    assert (answer.status, answer.error["habits"]) == (2, ["notes"])


def test_several_due_want_a_name(run: Run) -> None:
    run("done radar.arxiv")
    answer = run("checkin --json")
    assert answer.status == 2
    named = [name for name, _ in answer.error["choices"]]
    assert named == ["notes1", "radar.daily", "radar.weekly", "notes3"]


def test_a_name_is_only_matched_among_habits(run: Run) -> None:
    for typed, habit in (
        ("notes", "notes1"),
        ("1", "notes1"),
        ("整理本周", "notes1"),
        ("cs.CL", "radar.daily"),
    ):
        found = run(["checkin", typed, "--json"]).data
        assert [h["id"] for h in (*found["checked_in"], *found["already"])] == [habit]


def test_those_that_read_alike_differ_in_their_stage(run: Run, plan) -> None:
    text = """format: 1
id: two
title: Two
stages:
  - {id: s1, title: First, items: [{id: a, title: A, minutes: 5}, {id: h1, title: Tidy, repeat: weekly}]}
  - {id: s2, title: Second, items: [{id: b, title: B, minutes: 5}, {id: h2, title: Tidy, repeat: weekly}]}
"""
    path = plan(text, "two.yaml")
    run(["start", "b", "--roadmap", path])
    choices = run(["checkin", "tidy", "--roadmap", path, "--json"]).error["choices"]
    assert choices == [["h1", "Tidy · First"], ["h2", "Tidy · Second"]]


def test_a_habit_can_be_silenced(run: Run) -> None:
    refused = run("skip notes1")
    assert "llmroadmap mute notes1" in refused.err
    assert run("mute notes1").status == 0
    assert run("next --json").data["habits"] == []
    assert run("checkin").out == "No habit is due.\n"


def test_skipping_a_course_multiplies_no_habits(run: Run) -> None:
    before = run("next --json").data["habits"]
    run("skip cs107 blogs --yes")
    assert run("next --json").data["habits"] == before
