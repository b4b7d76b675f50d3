import pytest

from conftest import Run, without_styles

WEEKS = ["done a.1 --on 2026-10-25", "done a.2 --on 2026-11-08", "done b.1 --on 2026-11-20"]


@pytest.fixture
def begun(small: Run) -> Run:
    for line in WEEKS:
        small(line, LLMROADMAP_NOW="2026-11-23T20:00:00+08:00")
    return small


def test_without_a_record_it_goes_by_the_plan_and_says_so(small: Run) -> None:
    data = small("when --json").data
    assert (data["basis"], data["pace"]["since"], data["away_days"]) == ("plan", None, None)
    assert data["pace"]["minutes_per_week"] == 390
    assert "at the plan's own 6 h 30 min a week" in small("when").out


def test_without_a_record_a_target_comes_first(small: Run) -> None:
    small("config hours 3")
    data = small("when --json").data
    assert (data["basis"], data["pace"]["minutes_per_week"]) == ("target", 180)


def test_with_a_record_it_goes_by_that(begun: Run) -> None:
    data = begun("when --json").data
    assert (data["basis"], data["pace"]["since"]) == ("history", "2026-10-25")
    assert data["pace"]["study_weeks"] == 4.3
    assert list(data["estimate"]["study_weeks"]) == ["p10", "p25", "p50", "p75", "p90"]
    dates = list(data["estimate"]["dates"].values())
    assert dates == sorted(dates) and dates[0] >= "2026-11-24"
    assert list(data["with_pauses"]["dates"]) == ["p10", "p50", "p90"]
    assert (data["with_pauses"]["coverage"], data["formula"]) == (0.72, 2)
    assert data["needed_minutes_per_week"] is data["what_if"] is data["checks"] is None


def test_what_if(begun: Run) -> None:
    left = begun("when --json").data["left_minutes"]
    for option, minutes in (
        ("--hours 6/week", 360),
        ("--hours 6", 360),
        ("--hours 1/day", 420),
        ("--minutes 30/day", 210),
        ("--minutes 90/week", 90),
        ("--minutes 30/day --days 2", 60),
    ):
        what_if = begun(f"when {option} --json").data["what_if"]
        assert what_if["minutes_per_week"] == minutes
        assert what_if["study_weeks"] == round(left / minutes, 1)
    more = [begun(f"when --days {n} --json").data["what_if"]["minutes_per_week"] for n in (1, 3)]
    assert more[1] == pytest.approx(3 * more[0], abs=2)


def test_what_a_day_asks_for(begun: Run) -> None:
    near = begun("when --by 2026-12-08 --json").data
    far = begun("when --by 2027-12-08 --json").data
    assert near["needed_minutes_per_week"] > near["left_minutes"] / 2
    assert near["needed_minutes_per_week"] > far["needed_minutes_per_week"] > 0
    begun("config finish_by 2027-12-08")
    assert begun("when --json").data["needed_minutes_per_week"] == far["needed_minutes_per_week"]


@pytest.mark.parametrize("by", ["2026-11-24", "2020-01-01", "soon", "2026-13-01"])
def test_a_day_that_is_not_to_come(small: Run, by: str) -> None:
    answer = small(f"when --by {by} --json")
    assert (answer.status, answer.error["code"]) == (2, "invalid-option")


@pytest.mark.parametrize("words", ["--hours 0", "--hours 200", "--days 8", "--minutes x"])
def test_a_rate_that_is_none(small: Run, words: str) -> None:
    answer = small(f"when {words} --json")
    assert (answer.status, answer.error["code"]) == (2, "invalid-option")


def test_a_part_takes_what_comes_before_it_too(small: Run) -> None:
    whole, part = small("when --json").data, small("when a --json").data
    assert part["part"]["id"] == "a"
    assert 0 < part["left_minutes"] < whole["left_minutes"]


@pytest.mark.parametrize("verb", ["done", "skip"])
def test_nothing_left(small: Run, verb: str) -> None:
    small(f"{verb} a b c --yes")
    data = small("when --json").data
    assert data["left_minutes"] == 0
    assert data["estimate"] is data["with_pauses"] is data["needed_minutes_per_week"] is None
    assert "Nothing is left to do." in small("when").out


def test_away_for_months_and_a_clock_set_back(begun: Run) -> None:
    later = begun("when --json", LLMROADMAP_NOW="2027-04-24T20:00:00+08:00").data
    assert later["away_days"] == 155
    assert later["estimate"]["dates"]["p10"] >= "2027-04-24"
    out = begun("when", LLMROADMAP_NOW="2027-04-24T20:00:00+08:00").out
    assert "Back this week? Then about" in out
    early = begun("when --json", LLMROADMAP_NOW="2026-01-01T20:00:00+08:00").data
    assert early["estimate"]["dates"]["p10"] >= "2026-01-01"


def test_what_it_would_have_said(begun: Run) -> None:
    data = begun("when --check --json").data["checks"]
    assert all(row["earliest_weeks"] <= row["latest_weeks"] for row in data)
    assert begun("when --check").status == 0


def test_the_answer_is_the_same_at_any_width(terminal: Run) -> None:
    terminal("done hf.0.1")
    shown = {
        " ".join(without_styles(terminal("when", width=width).out).replace("·", " ").split())
        for width in (40, 60, 80, 200)
    }
    assert len(shown) == 1
