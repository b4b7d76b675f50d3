"""Habits: streaks over days and weeks, pauses, and what is due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.days import week_of
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.habits import (
    DAILY,
    WEEKLY,
    due,
    is_checked,
    streak,
    under_way,
)
from llmroadmap.core.progress.progress import Rest
from trees import event, group, history, roadmap, step, steps


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def week(year: int, number: int, weekday: int = 1) -> int:
    return date.fromisocalendar(year, number, weekday).toordinal()


@pytest.mark.parametrize(
    ("one", "other", "starts", "same"),
    [
        ("2026-01-05", "2026-01-11", 0, True),  # Monday to Sunday
        ("2026-01-11", "2026-01-12", 0, False),
        ("2026-01-11", "2026-01-12", 6, True),  # Sunday, Monday
        ("2026-01-10", "2026-01-11", 6, False),
        ("2026-01-10", "2026-01-11", 5, True),  # Saturday, Sunday
        ("2026-01-09", "2026-01-10", 5, False),
        ("2025-12-29", "2026-01-04", 0, True),  # over the year's end
        ("2025-12-31", "2026-01-05", 0, False),
    ],
)
def test_weeks(one: str, other: str, starts: int, same: bool) -> None:
    assert (week_of(day(one), starts) == week_of(day(other), starts)) is same


@pytest.mark.parametrize(
    ("days", "pauses", "length"),
    [
        ([], [], 0),
        ([100], [], 1),
        ([99], [], 1),  # today may still come
        ([98], [], 0),
        ([98, 99, 100], [], 3),
        ([96, 98, 99], [], 2),
        ([100, 99, 98, 99], [], 3),  # in any order, each once
        ([98, 99, 101], [], 2),  # a day to come says nothing
        # A pause forgives up to the next check-in
        ([97, 100], [98], 2),
        ([97, 100], [99], 1),  # too late for the 98th
        ([95, 96], [97], 2),  # still resting
        ([95, 96], [97, 99], 2),
        ([95, 96, 98], [97], 0),  # 98 ended it
        ([95, 96, 100], [96], 3),  # said after that day's check-in
        ([], [90], 0),
        ([100], [101], 1),  # a pause to come
    ],
)
def test_daily_streaks(days: list[int], pauses: list[int], length: int) -> None:
    assert streak(days, 100, DAILY, map(Rest, pauses)) == length


@pytest.mark.parametrize(
    ("days", "pauses", "today", "length"),
    [
        ([week(2026, 1), week(2026, 2)], [], week(2026, 2, 7), 2),
        ([week(2026, 1), week(2026, 2)], [], week(2026, 3, 7), 2),
        ([week(2026, 1), week(2026, 2)], [], week(2026, 4), 0),
        ([week(2025, 52, 7), week(2026, 1), week(2026, 1, 3)], [], week(2026, 1, 5), 2),
        ([week(2020, 53), week(2021, 1)], [], week(2021, 1, 7), 2),
        ([week(2026, 1), week(2026, 4)], [week(2026, 2, 4)], week(2026, 4, 2), 2),
        ([week(2026, 1, 1), week(2026, 4)], [week(2026, 1, 6)], week(2026, 4, 2), 2),
    ],
)
def test_weekly_streaks(days: list[int], pauses: list[int], today: int, length: int) -> None:
    assert streak(days, today, WEEKLY, map(Rest, pauses)) == length


def test_the_start_of_the_week_decides_which_week_a_sunday_is_in() -> None:
    days = [week(2026, 1, 7), week(2026, 2, 1)]  # Sunday, Monday
    assert streak(days, week(2026, 2, 1), WEEKLY, (), 0) == 2
    assert streak(days, week(2026, 2, 1), WEEKLY, (), 6) == 1


@given(st.sets(st.integers(1, 60)), st.integers(1, 60), st.sampled_from([DAILY, WEEKLY]))
def test_without_pauses_a_streak_is_a_run_of_periods(
    days: set[int], today: int, repeat: str
) -> None:
    length = streak(days, today, repeat)
    periods = {d if repeat == DAILY else week_of(d) for d in days if d <= today}
    now = today if repeat == DAILY else week_of(today)
    last = now if now in periods else now - 1
    assert all(last - n in periods for n in range(length))
    assert last - length not in periods


def test_a_pause_with_an_end_forgives_up_to_it() -> None:
    assert streak([90, 91, 95, 100], 100, DAILY, [Rest(92, 94), Rest(96, 99)]) == 4
    assert streak([90, 91, 95, 100], 100, DAILY, [Rest(92, 93), Rest(96, 99)]) == 2
    assert streak([90, 91], 100, DAILY, [Rest(92, 98)]) == 0


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)), st.integers(1, 60))
def test_a_pause_never_shortens_a_streak(days: set[int], pauses: set[int], today: int) -> None:
    assert streak(days, today, DAILY, map(Rest, pauses)) >= streak(days, today, DAILY)


@pytest.fixture
def plan() -> Roadmap:
    return roadmap(
        group("s1", group("a", *steps("1 2")), step("w", repeat="weekly")),
        group("s2", step("b"), step("d", repeat="daily")),
        group("s3", step("c"), step("e", repeat="daily")),
    )


@pytest.mark.parametrize(
    ("lines", "habits"),
    [
        ([], ["w"]),
        (["done a.1"], ["w"]),
        (["done a.1", "start b"], ["w", "d"]),
        (["done a.1", "skip a.2"], ["d"]),
        (["start c"], ["w", "e"]),
        (["skip b"], ["w"]),  # leaving a course out begins no stage
        (["skip c"], ["w"]),
        (["done a.1", "done a.2", "done b", "done c"], ["e"]),
        (["done b", "done c"], ["w"]),
    ],
)
def test_habits_are_due_while_their_stage_is_under_way(
    plan: Roadmap, lines: list[str], habits: list[str]
) -> None:
    progress = fold(plan, history(*lines))
    assert [plan.id_of(node) for node in due(progress, day("2026-01-05"))] == habits


def test_the_habit_of_a_skipped_course_is_not_due() -> None:
    plan = roadmap(group("s1", step("a"), group("g", step("1"), step("h", repeat="weekly"))))
    for lines, habits in (([], ["g.h"]), (["skip g.1"], []), (["done g.1"], ["g.h"])):
        progress = fold(plan, history(*lines))
        assert [plan.id_of(node) for node in due(progress, day("2026-01-05"))] == habits


def test_without_habits_nothing_is_due() -> None:
    progress = fold(roadmap(group("s1", step("a"))), [])
    assert due(progress, 1) == []
    assert [progress.roadmap.id_of(stage) for stage in under_way(progress)] == ["s1"]


def test_a_weekly_habit_is_checked_for_its_week_and_a_daily_one_for_its_day(plan: Roadmap) -> None:
    events = [
        event("start", "b", 0),
        event("checkin", "w", 1, on="2026-01-11"),
        event("checkin", "d", 2, on="2026-01-11"),
    ]
    progress = fold(plan, events)

    def checked(name: str, on: str, starts: int = 0) -> bool:
        return is_checked(progress, plan.ids.find(name), day(on), starts)  # type: ignore[arg-type]

    assert checked("w", "2026-01-05")
    assert not checked("w", "2026-01-12")
    assert checked("w", "2026-01-12", 6)
    assert checked("d", "2026-01-11")
    assert not checked("d", "2026-01-12")
    assert due(progress, day("2026-01-11")) == []
