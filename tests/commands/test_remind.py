"""remind: says something, and is a success, exactly where a slot has begun and nothing was done."""

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

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


# -- the recipes of docs/calendar.md ----------------------------------------------------------------

PAGE = (Path(__file__).parents[2] / "docs" / "calendar.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return [each.partition("\n```")[0] for each in PAGE.split(f"```{language}\n")[1:]]


@pytest.fixture
def desktop(at, run: Run, home: Path, tmp_path: Path):
    """Runs a line of a recipe in a home with the program, on a desktop that writes down what it shows."""
    bin = tmp_path / ".local" / "bin"
    bin.mkdir(parents=True)
    shown = tmp_path / "shown"
    for name, text in (
        ("llmroadmap", f'exec {sys.executable} -m llmroadmap "$@"'),
        ("notify-send", f'echo "$2" >> {shown}'),
        # The text is an argument of the script, which its quotation marks cannot break.
        ("osascript", f'for last; do :; done; echo "$last" >> {shown}'),
    ):
        (bin / name).write_text(f"#!/bin/sh\n{text}\n")
        (bin / name).chmod(0o755)

    def do(words: list[str], time: str) -> str:
        environ = {
            "HOME": str(tmp_path), "PATH": f"{bin}:/usr/bin:/bin", "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_LANG": "en", "LLMROADMAP_NOW": TUESDAY.format(time),
        }  # fmt: skip
        subprocess.run(words, env=environ, check=False, timeout=60)
        return shown.read_text("utf-8") if shown.exists() else ""

    return do


def test_the_line_for_cron(desktop) -> None:
    (line,) = blocks("crontab")
    assert "%" not in line  # which cron would take for the end of the line
    times, command = " ".join(line.split(" ")[:5]), line.split(" ", 5)[5]
    assert times == "*/15 * * * *"
    assert desktop(["/bin/sh", "-c", command], "19:45") == ""
    assert desktop(["/bin/sh", "-c", command], "20:00") == (
        "20:00 Time to study: hf.0.1  Introduction · 30 min\n"
    )


def test_the_units_for_systemd(desktop, tmp_path: Path) -> None:
    service, timer = blocks("ini")
    command = re.search(r"^ExecStart=/bin/sh -c '(.*)'$", service, re.MULTILINE)[1]
    assert desktop(["/bin/sh", "-c", command.replace("%h", str(tmp_path))], "20:15").startswith(
        "20:00"
    )
    if shutil.which("systemd-analyze"):
        paths = []
        for name, text in (("service", service), ("timer", timer)):
            paths.append(tmp_path / f"llmroadmap-remind.{name}")
            paths[-1].write_text(f"{text}\n", "utf-8")
        ran = subprocess.run(
            ["systemd-analyze", "verify", "--user", "--man=no", *map(str, paths)],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert "llmroadmap-remind" not in ran.stderr, ran.stderr


def test_the_file_for_launchd(desktop) -> None:
    (text,) = blocks("xml")
    agent = plistlib.loads(text.encode())
    assert agent["StartInterval"] == 900
    assert desktop(agent["ProgramArguments"], "20:00").startswith("20:00 Time to study")


def test_the_lines_for_the_task_scheduler_are_whole() -> None:
    (text,) = blocks("powershell")
    script = re.search(r"^\$script = '(.*)'$", text, re.MULTILINE)[1]
    assert "llmroadmap remind" in script and script.replace("''", "").count("'") == 0
    assert '"' not in script  # it stands between quotation marks in the argument
