import pytest

from conftest import Run


def at(time: str) -> dict[str, str]:
    return {"LLMROADMAP_NOW": f"2026-11-24T{time}:00+08:00"}


def test_sittings_add_up(small: Run) -> None:
    small("start a.1", **at("19:00"))
    data = small("stop --json", **at("19:20")).data
    assert (data["step"]["id"], data["minutes"], data["total_minutes"]) == ("a.1", 20, 20)
    assert data["step"]["state"] == "started"
    data = small("stop a.1 --minutes 40 --json", **at("20:30")).data
    assert (data["minutes"], data["total_minutes"]) == (40, 60)
    assert "40 min this time · 1 h 40 min in all" in small("stop a.1 --minutes 40m").out


def test_the_clock_stops(small: Run) -> None:
    small("start a.1", **at("19:00"))
    small("stop", **at("19:20"))
    answer = small("stop --json", **at("19:30"))
    assert answer.error["code"] == "no-clock"
    assert small("done a.1 --json", **at("20:00")).data["took"] == {}


def test_no_clock_runs(small: Run) -> None:
    for words in ("stop", "stop a.1"):
        assert small(f"{words} --json").error["code"] == "no-clock"


def test_a_long_sitting_is_not_believed(small: Run) -> None:
    small("start a.1", **at("08:00"))
    answer = small("stop --json", **at("18:00"))
    assert answer.error["code"] == "needs-answer"
    assert small("stop --minutes 50 --json", **at("18:00")).data["minutes"] == 50


def test_done_does_not_believe_it_either_and_it_can_be_said_later(small: Run) -> None:
    small("start a.1", **at("08:00"))
    answer = small("done a.1 --json", **at("18:00")).data
    assert (answer["took"], answer["not_believed"]) == ({}, {"a.1": 600})
    later = small("done a.1 --took 50m --json").data
    assert later["took"] == {"a.1": 50}
    assert "50 min in all" in small("done a.1 --took 50m").out


def test_took_is_of_all_sittings_on_one_step(small: Run) -> None:
    small("stop a.1 --minutes 30")
    small("done a.1 --took 1h30m")
    assert small("stop a.1 --minutes 5 --json").data["total_minutes"] == 95
    for words in ("done a.2 b.1 --took 50m", "done c --took 50m --yes"):
        assert small(f"{words} --json").error["code"] == "invalid-option"
    assert small("done a.2 --took 25h --json").error["option"] == "--took"


@pytest.mark.parametrize("minutes", ["0", "x", "25h"])
def test_minutes_that_are_none(small: Run, minutes: str) -> None:
    assert small(f"stop a.1 --minutes {minutes} --json").error["option"] == "--minutes"


def test_of_several_the_one_is_asked_for(small: Run) -> None:
    small("start a.1", **at("19:00"))
    small("start b.1", **at("19:10"))
    assert small("stop --json", **at("19:20")).error["code"] == "needs-choice"
