"""When a plan will be done: what the answer never does, and how often it was right."""

import random
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.progress.events import Event, timestamp
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.study.forecast import FARTHEST, Forecast, forecast, is_away, pause_share
from llmroadmap.core.study.pace import HISTORY, PLAN, TARGET, Expected, Pace, pace, paces, record
from llmroadmap.core.study.review import check, month_ends
from llmroadmap.core.study.time_off import TimeOff
from trees import event, group, known, random_histories, roadmap, step

PLAN_OF_40 = roadmap(
    group(
        "s1", *(step(f"a{n}", minutes=15 * (n % 5)) for n in range(20)), step("x", optional=True)
    ),
    group("s2", *(step(f"b{n}", minutes=45) for n in range(20)), step("h", repeat="daily")),
)
NAMES = [PLAN_OF_40.id_of(node) for node in range(len(PLAN_OF_40))]
STEPS = [name for name in NAMES if name[0] in "ab"]
DAY = date(2026, 1, 30).toordinal()


def on(day: int, item: str, do: str = "done", minute: int = 0) -> Event:
    return event(do, item, minute, on=date.fromordinal(day).isoformat())


def asked(events: list[Event], today: int = DAY, begins: float = 9e18) -> Forecast:
    progress = fold(PLAN_OF_40, events)
    found = paces(progress, today, begins, Expected(200))
    return forecast(progress.minutes_left(), found, today)


def test_the_stated_range_holds_as_often_as_it_says() -> None:
    sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
    try:
        from forecast import report, verdicts
    finally:
        sys.path.pop(0)
    came = report([each for learner in range(45) for each in verdicts(learner)])
    assert came.forecasts >= 500
    assert 0.75 <= came.holds <= 0.88
    assert came.error <= 1.4
    assert came.absurd == 0


@given(random_histories(NAMES), st.sampled_from(STEPS), st.integers(0, 40), st.integers(0, 60))
def test_a_finished_step_never_moves_the_middle_later(
    events: list[Event], item: str, later: int, ago: int
) -> None:
    today, tick = DAY + later, event("done", item, 50_000)
    tick["on"] = date.fromordinal(today - ago).isoformat()
    begins = timestamp(tick["at"]) - 60
    before = fold(PLAN_OF_40, events)
    if before.state(PLAN_OF_40.ids.find(item) or 0) not in ("open", "started"):
        return
    after, earlier = asked([*events, tick], today, begins), asked(events, today, begins)
    assert after.weeks["p50"] <= earlier.weeks["p50"] + 1e-9


@given(random_histories(NAMES), st.randoms())
def test_the_order_of_the_events_and_the_machine_do_not_matter(
    events: list[Event], chance: random.Random
) -> None:
    shuffled = events.copy()
    chance.shuffle(shuffled)
    other = [{**each, "device": f"d{n}"} for n, each in enumerate(shuffled)]
    assert known(fold(PLAN_OF_40, events)) == known(fold(PLAN_OF_40, other))  # type: ignore[arg-type]
    assert asked(events) == asked(other)  # type: ignore[arg-type]


@given(random_histories(NAMES), st.integers(-4000, 40_000))
def test_no_answer_is_absurd(events: list[Event], later: int) -> None:
    today = DAY + later
    said = asked(events, today)
    weeks = list(said.weeks.values())
    assert weeks == sorted(weeks)
    assert weeks[0] >= 0
    for days in (said.days, said.with_pauses):
        given = [day for day in days.values() if day]
        assert given == sorted(given)
        assert all(today <= day <= today + FARTHEST for day in given)


@pytest.mark.parametrize("basis", [PLAN, TARGET])
def test_without_a_record_the_pace_is_the_one_that_was_meant(basis: str) -> None:
    progress = fold(PLAN_OF_40, [])
    (found,) = paces(progress, DAY, 9e18, Expected(300, basis))
    assert (found.minutes_per_week, found.basis, found.since, found.away) == (300, basis, 0, 0)
    said = forecast(progress.minutes_left(), [found], DAY)
    assert said.weeks["p50"] == pytest.approx(progress.minutes_left() / 300)


def test_the_first_two_weeks_are_no_habit() -> None:
    for events in ([on(DAY, "a1")], [on(DAY - 9, "b1"), on(DAY - 1, "b2", minute=1)]):
        found = asked(events).pace
        assert (found.basis, found.minutes_per_week) == (PLAN, 200)


def test_the_pace_becomes_what_was_finished_in_a_week_of_study() -> None:
    def found(weeks: int) -> Pace:
        days = [DAY - 7 * n for n in range(weeks, -1, -1)]
        events = [on(day, f"b{n}", minute=n) for n, day in enumerate(days)]
        whole = record(fold(PLAN_OF_40, events), DAY)
        return pace(whole, DAY, TimeOff((), DAY), Expected(200))

    assert (found(3).basis, found(3).finished, found(3).study_days) == (PLAN, 180, 21)
    assert found(3).minutes_per_week == pytest.approx((7 * 60 + 35 * 200) / 42)
    assert (found(10).basis, found(10).minutes_per_week) == (HISTORY, pytest.approx(7 * 495 / 70))
    assert not found(10).pauses


def test_a_week_that_still_runs_never_lowers_the_pace() -> None:
    monday = DAY - date.fromordinal(DAY).weekday()
    days = [monday - 70 + 7 * n + k for n in range(10) for k in (1, 3)]
    events = [on(day, STEPS[n + 5], minute=n) for n, day in enumerate(days)]
    ends = [asked(events, monday + n).weeks["p50"] for n in range(7)]
    assert max(ends) <= ends[0] + 1e-9


def test_from_evening_to_evening_the_date_keeps_still() -> None:
    """A month as people live it: a week with too little done, one with the flu, a pause."""
    big = roadmap(group("s1", *(step(f"c{n}", minutes=45) for n in range(450))))
    spoken = event("pause", "", 90, on=date.fromordinal(DAY + 15).isoformat())
    spoken["until"] = date.fromordinal(DAY + 21).isoformat()
    evenings = [0, 1, 3, 7, 9, 22, 23, 25, 29, 30, 36, 38, 43, 45, 50, 52]
    ends = []
    for today in range(60):
        made = [
            on(DAY + each, f"c{n}", minute=n) for n, each in enumerate(evenings) if each <= today
        ]
        made += [spoken] if today >= 15 else []
        progress = fold(big, made)
        found = paces(progress, DAY + today, 9e18, Expected(120, TARGET))
        ends.append(today + 7 * forecast(progress.minutes_left(), found, DAY + today).weeks["p50"])
    moved = [abs(b - a) / (a - n) for n, (a, b) in enumerate(pairwise(ends))]
    assert max(moved) < 0.1
    assert max(ends[:14]) - min(ends[:14]) < 0.02 * ends[0]  # at first it is the target's


def test_a_long_gap_counts_as_a_week_and_is_a_pause() -> None:
    events = [on(DAY - 50, "b0"), on(DAY - 10, "b1", minute=1), on(DAY, "b2", minute=2)]
    found = asked(events).pace
    assert found.study_days == 7 + 10
    assert [pause.days for pause in found.pauses] == [33]


def test_a_pause_that_was_said_does_not_count() -> None:
    spoken = event("pause", "", 3, on=date.fromordinal(DAY - 9).isoformat())
    spoken["until"] = date.fromordinal(DAY - 1).isoformat()
    events = [on(DAY - 20, "b0"), on(DAY - 10, "b1", minute=1)]
    assert asked(events).pace.study_days == 20
    assert asked([*events, spoken]).pace.study_days == 11


def test_many_steps_on_one_day_are_those_of_other_days() -> None:
    events = [on(DAY - 14, "a1"), *(on(DAY, f"b{n}", minute=n) for n in range(20))]
    progress = fold(PLAN_OF_40, events)
    assert [minutes for _, minutes in record(progress, DAY).capped()] == [15, 900]
    alone = [on(DAY - 14, "a1"), on(DAY - 1, "a2", minute=1), *events[1:]]
    assert record(fold(PLAN_OF_40, alone), DAY).capped()[-1][1] == 480


def test_away_for_long_and_back() -> None:
    events = [on(DAY - 40, "b0"), on(DAY - 30, "b1", minute=1)]
    assert is_away(asked(events).pace)
    assert not is_away(asked([*events, on(DAY, "b2", minute=2)]).pace)


def test_finished_needs_no_time() -> None:
    events = [on(DAY, name, minute=n) for n, name in enumerate(STEPS)]
    said = asked(events)
    assert set(said.weeks.values()) == {0}
    assert set(said.days.values()) == {DAY}


def test_the_share_of_pauses_grows_with_them() -> None:
    steady = [on(DAY - 60 + 6 * n, f"b{n}", minute=n) for n in range(11)]
    broken = [on(DAY - 60, "b0"), on(DAY - 30, "b1", minute=1), on(DAY, "b2", minute=2)]
    off = TimeOff((), DAY)
    shares = [
        pause_share(pace(record(fold(PLAN_OF_40, each), DAY), DAY, off, Expected(200)))
        for each in (steady, broken)
    ]
    assert 0 < shares[0] < shares[1] < 1


def test_the_check_says_what_each_month_would_have_said() -> None:
    events = [on(DAY - 100 + 5 * n, f"b{n}", minute=n) for n in range(20)]
    progress = fold(PLAN_OF_40, events)
    rows = check(record(progress, DAY), DAY, TimeOff((), DAY), Expected(200), 500)
    assert [date.fromordinal(row.day).isoformat() for row in rows] == [
        "2025-11-30",
        "2025-12-31",
    ]
    assert all(row.held and row.earliest < row.expected < row.latest for row in rows)
    assert check(record(fold(PLAN_OF_40, []), DAY), DAY, TimeOff((), DAY), Expected(200), 1) == []


def test_the_ends_of_months() -> None:
    first = date(2025, 12, 31).toordinal()
    ends = [date.fromordinal(day).isoformat() for day in month_ends(first, DAY)]
    assert ends == ["2025-12-31"]
