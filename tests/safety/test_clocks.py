"""Clocks that go wrong and zones that change: order, days and streaks stay as the learner lived them."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from safety.program import STEPS, Program, needs_posix


@pytest.fixture
def program(home: Path) -> Program:
    return Program(home)


def at(run: Run, now: str, line: str, **environ: str) -> Any:
    """Run a line at an instant, and return its data."""
    ran = run(f"{line} --json", LLMROADMAP_NOW=now, **environ)
    assert ran.status == 0, ran
    return ran.data


def streak(run: Run, now: str, **environ: str) -> tuple[int, bool]:
    habit = at(run, now, "show notes", **environ)["habit"]
    return habit["streak"], habit["due"]


def test_a_clock_that_is_set_back_reorders_nothing(small: Run, program: Program) -> None:
    at(small, "2026-11-24T20:00:00+08:00", "done a.1")
    at(small, "2026-11-20T20:00:00+08:00", "reopen a.1")
    at(small, "2020-01-01T00:00:00+08:00", "done b.1")
    instants = [event["at"] for event in program.events()]
    assert instants == sorted(instants)
    status = at(small, "2026-11-24T21:00:00+08:00", "show a.1")
    assert status["state"] == "open", "what was said last is what counts"
    undone = at(small, "2019-01-01T00:00:00+08:00", "undo")
    assert [event["id"] for event in undone["events"]] == ["b.1"]


def test_events_from_the_future_stop_nothing(small: Run, program: Program) -> None:
    at(small, "2031-01-01T12:00:00+08:00", "done a.1")
    for step in STEPS[1:4]:
        at(small, "2026-11-24T20:00:00+08:00", f"done {step}")
    assert at(small, "2026-11-24T20:00:00+08:00", "status")["done"] == 4
    at(small, "2026-11-24T20:01:00+08:00", "undo")
    assert at(small, "2026-11-24T20:02:00+08:00", "status")["done"] == 3
    for line in ("today", "next", "list", "doctor", "backup"):
        assert small(line).status == 0
    assert "in the future" in small("doctor").out
    days = [event.get("on", event["at"][:10]) for event in program.events()]
    assert days[1:] == ["2026-11-24"] * 4, "the days are those of the clock, not of order"


@needs_posix
@pytest.mark.parametrize(
    ("zone", "instants"),
    [
        # The night an hour is twice, the night an hour is not, and flights over the date line.
        ("Europe/Berlin", ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]),
        ("Europe/Berlin", ["2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00"]),
        ("Australia/Lord_Howe", ["2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30"]),
        ("Pacific/Kiritimati", ["2026-11-24T20:00:00+14:00", "2026-11-25T01:00:00-11:00"]),
    ],
)
def test_nights_that_are_longer_or_shorter(
    program: Program, zone: str, instants: list[str]
) -> None:
    at(program.run, instants[0], "done a.1", TZ=zone)
    at(program.run, instants[1], "done a.2", TZ=zone)
    events = program.events()
    assert [event["item"] for event in events] == ["a.1", "a.2"]
    assert at(program.run, instants[1], "status", TZ=zone)["done"] == 2


@needs_posix
def test_a_streak_survives_the_change_of_the_hour_and_of_the_zone(program: Program) -> None:
    # Weekly habit: once in each of four weeks, over the change of the hour, then from elsewhere.
    for now, zone in (
        ("2026-10-14T23:30:00+02:00", "Europe/Berlin"),
        ("2026-10-25T02:30:00+01:00", "Europe/Berlin"),
        ("2026-10-26T00:10:00+01:00", "Europe/Berlin"),
        ("2026-11-08T23:50:00-10:00", "Pacific/Honolulu"),
    ):
        at(program.run, now, "checkin notes", TZ=zone)
    held, due = streak(program.run, "2026-11-08T23:55:00-10:00", TZ="Pacific/Honolulu")
    assert (held, due) == (4, False)
    assert streak(program.run, "2026-11-09T08:00:00+01:00", TZ="Europe/Berlin") == (4, True)


@pytest.mark.parametrize(
    "now",
    [
        "1969-12-31T23:59:59+00:00",
        "1999-12-31T23:59:59-12:00",
        "2024-02-29T12:00:00+00:00",
        "2038-01-19T03:14:08+00:00",
        "2106-02-07T06:28:16+00:00",
        "9000-01-01T00:00:00+00:00",
    ],
)
def test_odd_instants(small: Run, program: Program, now: str) -> None:
    for line in ("done a.1", "checkin notes", "today", "backup", "undo"):
        ran = small(line, LLMROADMAP_NOW=now)
        assert ran.status == 0, ran
    assert [event["do"] for event in program.events()] == ["done", "checkin", "undo"]


@pytest.mark.parametrize(
    "now", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "later", "2026-02-30T00:00"]
)
def test_instants_that_cannot_be_reckoned(small: Run, program: Program, now: str) -> None:
    ran = small("done a.1", LLMROADMAP_NOW=now)
    assert ran.status == 2
    assert "LLMROADMAP_NOW" in ran.err
    assert program.events() == []


@pytest.mark.parametrize(
    "last",
    [
        "9998-12-31T23:59:59.999999+00:00",
        "9998-12-31T23:59:59.999999Z",
        "9998-12-31T23:59:59.999999-12:00",
        "9998-12-31T23:59:59.999999+14:00",
        "9998-01-01T00:00:00+00:00",
        "9997-12-31T23:59:59.999999+00:00",
    ],
)
@pytest.mark.parametrize("zone", ["+00:00", "+14:00", "-12:00"])
def test_behind_an_event_of_the_last_instant_all_is_as_ever(
    small: Run, program: Program, last: str, zone: str
) -> None:
    now = f"2026-11-24T20:00:00{zone}"
    assert small("done a.1", LLMROADMAP_NOW=now).status == 0
    kept = json.loads(program.progress.read_text())
    kept["events"].append({"id": "x", "at": last, "do": "done", "item": "a.2", "device": "other"})
    program.progress.write_text(json.dumps(kept))
    for line in ("done b.1", "done b.2", "undo", "reopen b.1", "done c.paper", "undo", "undo"):
        ran = small(line, LLMROADMAP_NOW=now)
        assert ran.status == 0, ran
    assert small("list --done --json").data["steps"][-1]["id"] == "b.1"
    assert small("doctor", LLMROADMAP_NOW=now).status == 0
    assert len(program.events()) == 9


@needs_posix
@pytest.mark.parametrize("zone", ["", "Nowhere/Atall", ":/etc/passwd", "UTC-99"])
def test_zones_that_are_none(program: Program, zone: str) -> None:
    # Without an instant given: it is the machine's clock that needs the zone.
    for line in ("done a.1", "checkin notes", "today"):
        assert program.run(line, TZ=zone, LLMROADMAP_NOW="unset").status == 0
    assert len(program.events()) == 2


def test_what_is_backdated_is_not_undone_by_an_earlier_reopen(small: Run) -> None:
    at(small, "2026-11-22T20:00:00+08:00", "done a.1")
    at(small, "2026-11-23T20:00:00+08:00", "reopen a.1")
    at(small, "2026-11-24T20:00:00+08:00", "done a.1 --on 2026-11-21")
    assert at(small, "2026-11-24T20:00:00+08:00", "show a.1")["state"] == "done"


@needs_posix
@pytest.mark.parametrize(
    ("zone", "instant", "line", "asked", "day"),
    [
        ("Europe/Berlin", "2026-01-10T23:30:00+01:00", "start a.1", "2026-07-01T12:00:00+02:00", "2026-01-10"),
        ("America/New_York", "2026-03-10T08:00:00+09:00", "start a.1", "2026-03-11T08:00:00-04:00", "2026-03-10"),
        ("UTC", "2026-03-20T12:00:00+00:00", "start a.1 --on=-10d", "2026-03-20T13:00:00+00:00", "2026-03-10"),
    ],
)  # fmt: skip
def test_every_screen_has_the_same_day(
    small: Run, zone: str, instant: str, line: str, asked: str, day: str
) -> None:
    at(small, instant, line, TZ=zone)
    assert [e["day"] for e in at(small, asked, "log", TZ=zone)["entries"]] == [day]
    assert at(small, asked, "next --why", TZ=zone)["why"][0]["day"] == day
    assert at(small, asked, "show a.1", TZ=zone)["history"][0]["day"] == day


def test_a_clock_once_in_the_future_dates_nothing_later(small: Run) -> None:
    at(small, "2099-01-01T12:00:00+00:00", "note b.1 later")
    at(small, "2026-03-20T12:00:00+00:00", "start a.1")
    assert at(small, "2026-03-20T12:00:00+00:00", "next --why")["why"][0]["day"] == "2026-03-20"


@needs_posix
def test_the_newer_screens_have_the_same_day_after_a_journey(small: Run) -> None:
    tokyo, later = "2026-11-24T08:00:00+09:00", "2026-11-25T08:00:00-05:00"
    at(small, tokyo, "done a.1 --took 30m")
    at(small, tokyo, "note a.1 hm")
    zone = {"TZ": "America/New_York"}
    week = at(small, later, "week", **zone)["days"]
    assert [each["day"] for each in week if each["minutes"]] == ["2026-11-24"]
    today = at(small, later, "today", **zone)
    assert today["today"] == "2026-11-25"
    assert at(small, later, "notes", **zone)["notes"][0]["day"] == "2026-11-24"
    assert {each["day"] for each in at(small, later, "show a.1", **zone)["history"]} == {
        "2026-11-24"
    }
    ran = small(["export", "--format", "taskwarrior"], LLMROADMAP_NOW=later, **zone)
    (task,) = (each for each in json.loads(ran.out) if each["llmroadmap"] == "a.1")
    assert task["end"][:8] == "20261124"


def test_what_counts_for_no_day_is_shown_where_it_was_recorded(
    small: Run, program: Program
) -> None:
    assert small("note a.1 x").status == 0
    kept = json.loads(program.progress.read_text())
    verbs = (
        {"do": "note", "text": "y"},
        {"do": "proof", "url": "https://example.org"},
        {"do": "start"},
        {"do": "stop", "minutes": 20},
        {"do": "skip", "text": "why"},
        {"do": "recall", "grade": "well"},
        {"do": "done"},
    )
    kept["events"] = [
        {
            "id": f"{number:032x}",
            "at": "2026-11-20T10:00:00+08:00",
            "on": "0002-01-01",
            "item": "a.2",
            "device": "other",
            **verb,
        }
        for number, verb in enumerate(verbs)
    ]
    program.progress.write_text(json.dumps(kept))
    for line in (
        "notes",
        "log",
        "show a.2",
        "week",
        "stats",
        "today",
        "next --why",
        "resume",
        "when",
        "recall",
        "export",
        "export --format html",
        "export --format csv",
        "status",
    ):
        assert small(f"{line} --json" if "export" not in line else line).status == 0, line
    assert [each["day"] for each in small("notes --json").data["notes"]] == ["2026-11-20"]


OUT_OF_RANGE = [
    "0001-01-01",
    "0002-01-01",
    "0026-11-24",
    "-739900d",
    "9999-12-31",
    "2026-02-30",
    "2026-11-25",
]


@pytest.mark.parametrize("day", OUT_OF_RANGE)
@pytest.mark.parametrize("line", ["note a.1 x --on", "checkin notes --on", "log --since"])
def test_no_other_command_takes_such_a_day(small: Run, line: str, day: str) -> None:
    assert small(f"{line}={day}").status == 2


@pytest.mark.parametrize("day", ["0001-01-01", "2026-11-24", "9999-12-31", "2027-02-30"])
@pytest.mark.parametrize("line", ["pause --until=", "when --by=", "recall --by=", "due a.1 "])
def test_a_day_to_come_is_after_today_and_one_of_the_calendar(
    small: Run, line: str, day: str
) -> None:
    assert small(f"{line}{day}").status == 2


@pytest.mark.parametrize("day", OUT_OF_RANGE)
def test_a_day_that_the_file_cannot_hold_is_refused_where_it_is_typed(small: Run, day: str) -> None:
    refused = small(f"done a.1 --on={day}")
    assert refused.status == 2
    assert "--on" in refused.err
    assert small("show a.1 --json").data["state"] == "open"
