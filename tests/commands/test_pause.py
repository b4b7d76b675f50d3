import pytest

from conftest import Run


def at(day: str) -> dict[str, str]:
    return {"LLMROADMAP_NOW": f"{day}T20:00:00+08:00"}


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("", None),
        ("--until 2026-12-31", "2026-12-31"),
        ("--for 2w", "2026-12-07"),
        ("--for 10d", "2026-12-03"),
    ],
)
def test_a_pause_begins_today(small: Run, words: str, until: str | None) -> None:
    data = small(f"pause {words} --reason away --json").data
    assert data == {"did": "begun", "since": "2026-11-24", "until": until, "reason": "away"}
    assert small("today --json").data["pause"] == {"since": "2026-11-24", "until": until}
    [entry] = small("log --json").data["entries"]
    assert (entry["do"], entry["text"]) == ("pause", "away")


def test_the_next_finished_step_ends_it(small: Run) -> None:
    small("done a.1", **at("2026-11-20"))
    small("pause --for 4w")
    assert "Paused through 21 Dec 2026 · ends with the next step you finish" in small("today").out
    small("done b.1", **at("2026-12-01"))
    assert small("today --json", **at("2026-12-02")).data["pause"] is None


def test_it_is_over_by_itself(small: Run) -> None:
    small("pause --until 2026-11-30")
    assert small("today --json", **at("2026-11-30")).data["pause"]
    assert small("today --json", **at("2026-12-01")).data["pause"] is None


def test_it_is_ended(small: Run) -> None:
    small("pause", **at("2026-11-20"))
    data = small("pause --end --json").data
    assert (data["did"], data["since"], data["until"]) == ("ended", "2026-11-20", "2026-11-23")
    assert small("pause --end --json").data["did"] == "none"
    small("undo")
    assert small("today --json").data["pause"]


def test_it_breaks_no_row_of_weeks(small: Run) -> None:
    for day in ("2026-10-05", "2026-10-06"):
        small("stop a.1 --minutes 20", **at(day))
    small("pause --until 2026-11-20", **at("2026-10-08"))
    for day in ("2026-11-23", "2026-11-24"):
        small("stop a.1 --minutes 20", **at(day))
    assert small("today --json").data["target"]["weeks_in_a_row"] == 2


@pytest.mark.parametrize(
    "words",
    ["--for 0d", "--for x", "--until 2026-11-24", "--until 2026-12-01 --for 2w", "--end --for 1w"],
)
def test_what_is_no_pause(small: Run, words: str) -> None:
    assert small(f"pause {words} --json").status == 2
    assert small("log --json").data["entries"] == []
