"""remind: says something, and is a success, exactly where a slot has begun and nothing was done."""

import subprocess
import sys

import pytest

from conftest import Run

TUESDAY = "2026-11-24T{}:00+08:00"


@pytest.fixture
def at(run: Run):
    run(["config", "study", "Tue 20:00 45m; Tue 07:30 15m; Sat 10:00 2h"])
    return lambda time, *words: run(["remind", *words], LLMROADMAP_NOW=TUESDAY.format(time))


def test_one_line_once_a_slot_has_begun(at) -> None:
    early = at("07:29")
    assert (early.status, early.out, early.err) == (1, "", "")
    ran = at("07:30")
    assert ran.status == 0
    assert ran.out == "07:30 Time to study: hf.0.1  Introduction · 30 min\n"
    assert at("20:00", "--lang", "zh").out.startswith("20:00 该学习了：hf.0.1  ")


@pytest.mark.parametrize(
    ("time", "status"),
    [
        ("07:30", 0),
        ("07:59", 0),
        ("08:00", 1),
        ("19:59", 1),
        ("20:44", 0),
        ("20:45", 1),
        ("23:10", 1),
    ],
)
def test_a_slot_is_over_at_its_end_and_a_short_one_after_half_an_hour(at, time, status) -> None:
    ran = at(time)
    assert ran.status == status and bool(ran.out) == (status == 0)


def test_nothing_once_something_was_done(run: Run, at) -> None:
    run("start hf.0.1", LLMROADMAP_NOW=TUESDAY.format("07:40"))
    data = at("20:00", "--json")
    assert data.status == 1
    assert (data.data["due"], data.data["done_today"], data.data["step"]) == (False, True, None)


def test_nothing_on_another_day_in_a_pause_or_without_study_times(run: Run, at) -> None:
    assert run("remind", LLMROADMAP_NOW="2026-11-25T21:00:00+08:00").status == 1
    run("pause")
    assert at("21:00", "--json").data["paused"] is True
    run("config unset study")
    assert at("21:00", "--json").data["has_slots"] is False


def test_a_day_that_ends_after_midnight_goes_on(run: Run, at) -> None:
    run("config day_ends 4")
    run("config study 'Tue 23:30 5h'")
    late = run("remind", LLMROADMAP_NOW="2026-11-25T01:30:00+08:00")
    assert late.status == 0 and late.out.startswith("23:30 ")
    assert run("remind", LLMROADMAP_NOW="2026-11-25T04:10:00+08:00").status == 1


def test_what_cron_would_run(at, home) -> None:
    at("07:00")
    environ = {
        "LLMROADMAP_HOME": str(home), "LLMROADMAP_NOW": TUESDAY.format("20:05"), "LLMROADMAP_LANG": "en",
        "PATH": "/usr/bin:/bin",
    }  # fmt: skip
    line = f"{sys.executable} -m llmroadmap remind && echo and-then"
    ran = subprocess.run(line, shell=True, env=environ, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[1] == "and-then"
