"""Steps of which nobody has said how long they take."""

from collections.abc import Callable

import pytest

from conftest import Run

PLAN = """
# Guitar
## Week 1
- [ ] [Tuning](https://example.org/1)
- [ ] [Chords](https://example.org/2) (2h)
## Week 2
- [ ] [Scales](https://example.org/3)
"""


@pytest.fixture
def guitar(run: Run, plan: Callable[..., str]) -> Run:
    run(["add", plan(PLAN), "--id", "guitar"])
    run("use guitar")
    return run


@pytest.mark.parametrize("line", ["next", "today", "list", "show w1.1", "start w1.1"])
def test_it_is_said_and_nothing_is_made_up(guitar: Run, line: str) -> None:
    out = guitar(line).out
    assert "time unknown" in out
    assert "30 min" not in out


def test_totals_count_them_apart(guitar: Run) -> None:
    for line in ("today", "status"):
        data = guitar([line, "--json"]).data
        assert (data["minutes_left"], data["without_estimate"]) == (120, 2)
    assert "2 steps without an estimate" in guitar("status").out
    assert "about 2 h, 2 steps without an estimate" in guitar("today").out
    guitar("done w1.1")
    assert "1 step without an estimate" in guitar("today").out


def test_once_said_it_is_known(guitar: Run) -> None:
    guitar("estimate w1.1 40m")
    step = guitar("next --json").data["steps"][0]
    assert (step["minutes"], step["has_estimate"]) == (40, True)
    guitar("undo")
    assert guitar("next --json").data["steps"][0]["has_estimate"] is False


def test_next_offers_it_for_any_time_and_list_does_not(guitar: Run) -> None:
    assert guitar("next --time 5m --json").data["steps"][0]["id"] == "w1.1"
    listed = guitar("list --time 3h --json").data
    assert ([each["id"] for each in listed["steps"]], listed["untimed"]) == (["w1.2"], 2)
    assert "2 steps without an estimate are not among them" in guitar("list --time 3h").out
    assert "2 steps" in guitar("list --time 5m").out


def test_the_forecast_says_what_it_reckons_with(guitar: Run) -> None:
    data = guitar("when --json").data
    assert (data["left_minutes"], data["without_estimate"]) == (180, 2)
    assert "2 steps without an estimate · counted as 30 min each" in guitar("when").out
    assert guitar("when w1.2 --json").data["without_estimate"] == 0


def test_other_programs_are_told_no_time(guitar: Run) -> None:
    rows = guitar("export --format csv").out.splitlines()
    assert not any("30" in row.split(",") for row in rows)
    assert ":EFFORT: 0:30" not in guitar("export --format org").out
