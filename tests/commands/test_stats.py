import pytest

from conftest import Run, without_styles

WEEKS = ["09", "10", "17", "23"]


@pytest.fixture
def begun(small: Run) -> Run:
    for day, item in zip(WEEKS, ("a.1", "a.2", "b.1", "b.2"), strict=True):
        small(f"done {item}", LLMROADMAP_NOW=f"2026-11-{day}T20:00:00+08:00")
    return small


def test_weeks_days_courses_and_kinds(begun: Run) -> None:
    data = begun("stats --json").data
    assert [week["first_day"] for week in data["weeks"]][-3:] == [
        "2026-11-09", "2026-11-16", "2026-11-23",
    ]  # fmt: skip
    assert [week["steps"] for week in data["weeks"]][-4:] == [0, 2, 1, 1]
    assert [day["day"] for day in data["days"]] == [f"2026-11-{day}" for day in WEEKS]
    assert data["steps"] == sum(course["steps"] for course in data["courses"]) == 4
    assert data["minutes"] == sum(kind["minutes"] for kind in data["kinds"])
    done = [week["done_minutes"] for week in data["weeks"]]
    assert done == sorted(done) and done[-1] == data["minutes"]
    left = begun("when --json").data["left_minutes"]
    assert {week["scope_minutes"] for week in data["weeks"]} == {data["minutes"] + left}


def test_one_line_a_week_when_piped(begun: Run) -> None:
    lines = begun("stats --weeks 3").out.splitlines()
    assert [line.split()[0] for line in lines] == ["2026-11-09", "2026-11-16", "2026-11-23"]
    assert "2 steps" in lines[0]


def test_a_part(begun: Run) -> None:
    data = begun("stats a --json").data
    assert (data["part"]["id"], data["steps"]) == ("a", 2)


def test_a_year(begun: Run) -> None:
    data = begun("stats --year 2026 --json").data
    assert (data["first_day"], data["last_day"]) == ("2026-01-01", "2026-11-24")
    assert begun("stats --year 2025 --json").data["days"] == []
    assert begun("stats --year 2030 --json").error["code"] == "invalid-option"


def test_real_time_against_the_estimate(begun: Run) -> None:
    begun("done a.1 --took 10m")
    kinds = {kind["kind"]: kind for kind in begun("stats --json").data["kinds"]}
    [timed] = [kind for kind in kinds.values() if kind["timed"]]
    assert timed["actual_minutes"] == 10
    assert 0.9 < timed["factor"] < 1


def test_what_was_skipped_leaves_the_scope(begun: Run) -> None:
    before = begun("stats --json").data["weeks"][-1]["scope_minutes"]
    begun("skip c --yes")
    assert begun("stats --json").data["weeks"][-1]["scope_minutes"] < before


def test_a_holiday_is_marked(begun: Run) -> None:
    begun("pause --for 2w", LLMROADMAP_NOW="2026-11-24T21:00:00+08:00")
    data = begun("stats --json", LLMROADMAP_NOW="2026-12-10T20:00:00+08:00").data
    assert [week["mark"] for week in data["weeks"]][-2:] == ["rested", "rested"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_yet(terminal: Run, width: int) -> None:
    assert "Nothing yet" in " ".join(without_styles(terminal("stats", width=width).out).split())
