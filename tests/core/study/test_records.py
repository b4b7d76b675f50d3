"""Weeks, heatmap, hours by kind, slots, and what lies ahead: what statistics are made of."""

from datetime import date

import pytest

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import Rest
from llmroadmap.core.study.ahead import could_leave_out, minutes_ahead
from llmroadmap.core.study.heatmap import burn_up, heatmap, quartiles
from llmroadmap.core.study.ledger import by_day, by_week, factors, ledger, shrunk, total
from llmroadmap.core.study.slots import Work, lay, parse_slots
from llmroadmap.core.study.streak import week_streak
from llmroadmap.core.study.time_off import TimeOff
from trees import event, group, parallel, roadmap, step

MONDAY = date(2026, 1, 5).toordinal()
PLAN = roadmap(
    group("s1", *(step(f"a{n}", minutes=30, kind="video") for n in range(4))),
    parallel("s2", group("b", step("1", minutes=60)), group("c", step("1", minutes=90))),
    group("s3", step("d", minutes=20, needs=["b"])),
)


def node(name: str) -> int:
    found = PLAN.find(name)
    assert found is not None
    return found


def marks(weeks: str, **more: int) -> tuple[int, int, str]:
    """The streak of weeks written as the number of their days, the last one being this week."""
    days = [MONDAY + 7 * n + day for n, count in enumerate(weeks) for day in range(int(count))]
    today = MONDAY + 7 * len(weeks) - 1
    found = week_streak(days, today, TimeOff((), today), **more)
    return found.length, found.longest, "".join(mark[0] for mark in found.marks)


@pytest.mark.parametrize(
    ("weeks", "length", "longest", "signs"),
    [
        ("2", 1, 1, "k"),
        ("1", 0, 0, "r"),
        ("220", 2, 2, "kkr"),  # the running week breaks nothing
        ("2202", 3, 3, "kkfk"),
        ("22022", 4, 4, "kkfkk"),
        ("202222222022", 10, 10, "kfkkkkkkkfkk"),
    ],
)
def test_a_streak_of_weeks_forgives_one_in_eight(
    weeks: str, length: int, longest: int, signs: str
) -> None:
    assert marks(weeks) == (length, longest, signs)


def test_two_misses_close_together_end_it() -> None:
    length, longest, _ = marks("222200222")
    assert (length, longest) == (3, 4)


def test_more_days_may_be_asked_for() -> None:
    assert marks("3223", goal=3)[0] == 1


def test_a_pause_keeps_it() -> None:
    days = [MONDAY, MONDAY + 1, MONDAY + 28, MONDAY + 29]
    today = MONDAY + 34
    off = TimeOff([Rest(MONDAY + 5, MONDAY + 26)], today)
    found = week_streak(days, today, off)
    assert (found.length, found.marks) == (2, ["kept", "rested", "rested", "rested", "kept"])


def test_nothing_yet_is_no_streak() -> None:
    assert week_streak([], MONDAY, TimeOff((), MONDAY)).length == 0


def test_the_ledger_takes_real_time_before_estimates() -> None:
    progress = fold(
        PLAN,
        [
            event("stop", "a0", 1, minutes=10),
            event("done", "a0", 2, minutes=15),
            event("done", "a1", 3),
            event("stop", "b.1", 4, minutes=20),
        ],
    )
    entries = ledger(progress)
    assert total(entries) == (75, 2, 1)
    assert by_day(entries) == {MONDAY: (75, 2, 1)}
    week = (MONDAY - 1) // 7
    assert list(by_week(entries, week - 1, week).values()) == [(0, 0, 0), (75, 2, 1)]
    known = factors(progress)
    assert known["video"][1:4] == (1, 25, 30)
    assert known["video"].factor == pytest.approx((25 + 300) / 330)


def test_estimates_are_drawn_towards_what_was_estimated() -> None:
    assert shrunk(10, 50, 100) == pytest.approx(0.75)
    assert shrunk(90, 450, 900) == pytest.approx(0.55)


def test_a_clock_that_ran_all_night_counts_as_five_estimates() -> None:
    progress = fold(PLAN, [event("done", "a0", 1, minutes=600)])
    assert factors(progress)["video"].minutes == 150


def test_the_heatmap_goes_by_the_learners_own_quartiles() -> None:
    days = {MONDAY + n: total([]) for n in range(0)}
    assert heatmap(days, MONDAY, MONDAY + 6).weeks == [[0] * 7]
    assert quartiles([1, 2, 3, 4, 100]) == [2, 3, 4]
    made = [event("done", f"a{n}", n, on=f"2026-01-0{5 + n}") for n in range(4)]
    shown = heatmap(by_day(ledger(fold(PLAN, made))), MONDAY, MONDAY + 8)
    assert shown.weeks == [[1, 1, 1, 1, 0, 0, 0], [0, 0, -1, -1, -1, -1, -1]]


def test_the_burn_up_counts_what_was_skipped_until_it_was() -> None:
    progress = fold(
        PLAN,
        [event("done", "a0", 1), event("skip", "a1", 2, on="2026-01-13"), event("done", "d", 3)],
    )
    week = (MONDAY - 1) // 7
    rows = burn_up(progress, week, week + 1)
    assert [(row.done, row.scope) for row in rows] == [(50, 290), (50, 260)]


def test_the_burn_up_has_from_the_start_what_has_no_day() -> None:
    undated = event("done", "a0", 1, on="0002-01-01")
    progress = fold(PLAN, [undated, event("done", "d", 2, on="2026-01-13")])
    week = (MONDAY - 1) // 7
    rows = burn_up(progress, week, week + 1)
    assert [row.done for row in rows] == [30, 50] and {row.scope for row in rows} == {290}


def test_what_lies_ahead_of_a_part() -> None:
    progress = fold(PLAN, [event("done", "a0", 1)])
    assert minutes_ahead(progress) == 90 + 150 + 20
    assert minutes_ahead(progress, node("s1")) == 90
    assert minutes_ahead(progress, node("b")) == 60 + 90 + 60
    assert minutes_ahead(progress, node("a0")) == 0


def test_what_could_be_left_out_is_needed_by_nothing() -> None:
    progress = fold(PLAN, [])
    assert [PLAN.id_of(each.node) for each in could_leave_out(progress, 70)] == ["c"]
    assert could_leave_out(progress, 10_000) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mon,Wed 20:00 45m; Sat 10:00 2h", [(0, 1200, 45), (2, 1200, 45), (5, 600, 120)]),
        ("周一三 20:00 45分钟；周六 10点 2小时", [(0, 1200, 45), (2, 1200, 45), (5, 600, 120)]),
        ("weekdays 7:30 30m", [(day, 450, 30) for day in range(5)]),
        ("fri-mon 21:00 1h30m", [(0, 1260, 90), (4, 1260, 90), (5, 1260, 90), (6, 1260, 90)]),
        ("", []),
    ],
)
def test_slots(text: str, found: list[tuple[int, int, int]]) -> None:
    assert parse_slots(text) == found


@pytest.mark.parametrize(
    "text", ["Mon", "Mon 25:00 1h", "Foo 20:00 1h", "Mon 20:00", "Mon 20:00 0m"]
)
def test_no_slots(text: str) -> None:
    with pytest.raises(InvalidOption):
        parse_slots(text)


def test_a_slot_is_filled_to_four_fifths_and_long_steps_go_on() -> None:
    slots = parse_slots("Mon,Wed 20:00 50m")
    laid = lay([Work(1, 30), Work(2, 60, 10), Work(3, 5)], slots, range(MONDAY, MONDAY + 7))
    assert [(sitting.day, sitting.portions) for sitting in laid] == [
        (MONDAY, [(1, 30, 0), (2, 10, 40)]),
        (MONDAY + 2, [(2, 40, 0)]),
    ]
