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
