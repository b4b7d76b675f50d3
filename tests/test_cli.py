"""The line as a whole: its options on either side, its language, its streams, its end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import llmroadmap
from conftest import NOW, SMALL, Run
from llmroadmap import __version__, cli
from llmroadmap.cli import Options, read_options
from llmroadmap.commands import COMMANDS
from llmroadmap.core.errors import InvalidOption

SOURCE = str(Path(llmroadmap.__file__).parents[1])


@pytest.mark.parametrize(
    ("line", "options", "rest"),
    [
        ([], {}, []),
        (["--json", "next"], {"json": True}, ["next"]),
        (["next", "--json", "-n", "3"], {"json": True}, ["next", "-n", "3"]),
        (["next", "--lang", "zh"], {"lang": "zh"}, ["next"]),
        (["--lang=zh", "next"], {"lang": "zh"}, ["next"]),
        (["--roadmap=a=b", "next"], {"roadmap": "a=b"}, ["next"]),
        (["done", "x", "--roadmap", "f"], {"roadmap": "f"}, ["done", "x"]),
        (["--version"], {"version": True}, []),
        (["next", "--version"], {}, ["next", "--version"]),
        (["-q", "next"], {"quiet": True}, ["next"]),
        (["note", "a", "--", "--json", "--lang"], {}, ["note", "a", "--", "--json", "--lang"]),
        (["--lang", "en", "--lang", "zh"], {"lang": "zh"}, []),
    ],
)
def test_options_of_every_command(line: list[str], options: dict, rest: list[str]) -> None:
    assert read_options(line) == (Options(**options), rest)


@pytest.mark.parametrize(
    "line",
    [["--lang"], ["--lang", "fr"], ["--lang="], ["--roadmap"], ["--roadmap="], ["--lang", "EN"]],
)
def test_options_without_a_good_value(run: Run, line: list[str]) -> None:
    with pytest.raises(InvalidOption):
        read_options(line)
    ran = run(["next", *line])
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize(
    ("environ", "option", "lang"),
    [
        ({}, [], "en"),
        ({"LANG": "zh_CN.UTF-8"}, [], "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, [], "en"),
        ({"LANG": "de_DE", "LC_ALL": "zh_TW"}, [], "zh"),
        ({"LANG": "zh_CN.UTF-8", "LLMROADMAP_LANG": "en"}, [], "en"),
        ({"LLMROADMAP_LANG": "ZH"}, [], "zh"),
        ({"LLMROADMAP_LANG": "zh-CN"}, [], "zh"),
        ({"LLMROADMAP_LANG": "fr"}, [], "en"),
        ({"LLMROADMAP_LANG": "zh"}, ["--lang", "en"], "en"),
        ({"LLMROADMAP_LANG": "en"}, ["--lang=zh"], "zh"),
        ({"LANG": "C"}, [], "en"),
    ],
)
def test_the_language(run: Run, environ: dict[str, str], option: list[str], lang: str) -> None:
    environ = {"LLMROADMAP_LANG": "", **environ}
    for line, args in (
        (["next"], {"en": "When done:", "zh": "学完后输入："}),
        (["--help", "--all"], {"en": "Usage:", "zh": "用法："}),
        (["done", "nothing-like-it"], {"en": "Error:", "zh": "错误："}),
        (["list", "--nonsense"], {"en": "Error:", "zh": "错误："}),
        (["nxet"], {"en": "Error:", "zh": "错误："}),
        (["next", "--roadmap"], {"en": "Error:", "zh": "错误："}),
    ):
        at = option + line if line[-1] == "--roadmap" else line + option
        ran = run(at, **environ)
        assert args[lang] in ran.out + ran.err, line


def test_the_setting_decides_where_nothing_else_does(run: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.json").write_text('{"language": "zh"}')
    assert "学完后输入" in run("next", LLMROADMAP_LANG="", LANG="en_US").out
    assert "When done" in run("next", LLMROADMAP_LANG="en").out


def test_the_version(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out) == (0, f"llmroadmap {__version__}\n")


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        ("next --nonsense", "no-such-option", "--nonsense"),
        ("skip", "missing-argument", "ITEM…"),
        ("done a --on", "missing-value", "--on"),
        ("show", "missing-argument", "ITEM"),
        ("paths one two", "unexpected", "one two"),
    ],
)
def test_what_a_command_does_not_take(run: Run, line: str, reason: str, detail: str) -> None:
    ran = run([*line.split(" "), "--json"]) if "(" in line else run(f"{line} --json")
    if line.endswith("--on"):
        ran = run("--json done a --on")
    assert ran.status == 2
    assert (ran.error["code"], ran.error["reason"], ran.error["detail"]) == (
        "usage",
        reason,
        detail,
    )
    assert detail in ran.error["message"]
    if reason == "missing-argument":
        assert "words of" in ran.error["message"] and f"llmroadmap {line} hf." in ran.error["hint"]


def test_an_unknown_command_names_the_closest(run: Run) -> None:
    ran = run("nxet --json")
    assert (ran.status, ran.error["code"], ran.error["name"]) == (2, "unknown-command", "nxet")
    assert "next" in str(ran.error["closest"])


@pytest.mark.parametrize("now", ["yesterday", "2026-13-01T00:00:00", "1", ""])
def test_the_clock_of_scripts(run: Run, now: str) -> None:
    ran = run("next", LLMROADMAP_NOW=now)
    assert ran.status == (2 if now else 0)
    assert ("LLMROADMAP_NOW" in ran.err) == bool(now)


def test_an_instant_without_offset_is_local(run: Run) -> None:
    run("done hf.0.1", LLMROADMAP_NOW="2026-11-24T23:30:00")
    assert run("show hf.0.1 --json").data["history"][0]["day"] == "2026-11-24"


def test_settings_that_cannot_be_are_named_but_help_is_given(run: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    path = home / "config" / "config.json"
    path.write_text("{")
    ran = run("next")
    assert ran.status == 1
    assert str(path) in ran.err
    for line in ("--help", "next --help", "paths"):
        assert run(line).status == 0


def test_a_refusal_of_the_system_is_told_in_one_message(run: Run, monkeypatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr(cli, "call", refuse)
    ran = run("next --json")
    assert ran.status == 1
    assert ran.error["path"] == "/some/where"
    monkeypatch.setattr(cli, "call", lambda *a, **b: (_ for _ in ()).throw(OSError(5, "io", b"/x")))
    assert "/x" in run("next").err


def test_an_interrupt_has_the_status_that_shells_expect(run: Run, monkeypatch) -> None:
    def interrupted(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "call", interrupted)
    assert run("next").status == 130
    monkeypatch.setattr(cli, "call", lambda *args, **more: ("next", 130))
    assert run("next").status == 130


# -- the real process ---------------------------------------------------------------------------


def process(home: Path, line: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    surroundings = {
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": NOW,
        "LLMROADMAP_LANG": "en",
        "PYTHONPATH": SOURCE,
        "PATH": os.environ.get("PATH", ""),
        "PY": sys.executable,
        **environ,
    }
    return subprocess.run(
        ["sh", "-c", f'"$PY" -m llmroadmap {line}'],
        env=surroundings, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def box(tmp_path: Path) -> Path:
    return tmp_path / "box"


def test_the_module_runs(box: Path) -> None:
    ran = process(box, "next --json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["ok"] is True
    assert process(box, "nxet").returncode == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_full_disk_behind_the_output_is_a_failure_and_no_traceback(box: Path) -> None:
    for line in ("next > /dev/full", "next --json > /dev/full", "--help > /dev/full"):
        ran = process(box, line)
        assert ran.returncode == 1, line
        assert "Traceback" not in ran.stderr
        assert "ENOSPC" in ran.stderr or "space" in ran.stderr
    assert process(box, "nxet 2> /dev/full").returncode == 2


def test_who_stops_reading_has_read_enough(box: Path) -> None:
    ran = process(box, "list | head -n 1; exit 0")
    assert ran.stdout.startswith("s1 ")
    assert ran.stderr == ""


def test_closed_streams(box: Path) -> None:
    ran = process(box, "done hf.0.1 >&-")
    assert "Traceback" not in ran.stderr
    assert process(box, "next <&- 2>&-").returncode == 0
    assert process(box, "done hf.1 <&- --json").returncode == 2
    # Nothing of a message ended up in the learner's file.
    events = json.loads((box / "data" / "progress" / "llm.json").read_text())["events"]
    assert [event["item"] for event in events] == ["hf.0.1"]


def test_a_locale_without_utf_8(box: Path) -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for line in ("next", f"status --roadmap '{SMALL}'", "list hf.0", "show s1"):
        for lang in ("en", "zh"):
            ran = process(box, f"{line} --lang {lang}", **bare)
            assert (ran.returncode, ran.stderr) == (0, "")
            assert ran.stdout.isascii()
            assert ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_h_is_help_on_every_command(run: Run, command: str) -> None:
    assert run([command, "-h"]) == run([command, "--help"])
    assert run([command, "-h"]).status == 0


def test_help_is_advised_only_where_there_is_some(run: Run) -> None:
    assert "llmroadmap --help" in run("--foo").err
    assert "--foo --help" not in run("--foo").err
    assert "llmroadmap done --help" in run("done --foo").err
    wrong = run("next", LLMROADMAP_NOW="soon").err
    assert "LLMROADMAP_NOW" in wrong
    assert "unset LLMROADMAP_NOW" in wrong
    assert "--help" not in wrong


@pytest.mark.parametrize(("typed", "meant"), [("dnoe", "done"), ("nxet", "next"), ("lits", "list")])
def test_two_letters_swapped_are_the_nearest_error(run: Run, typed: str, meant: str) -> None:
    assert run([typed, "--json"]).error["closest"][0] == meant
