"""What may be imported at start: start time is a feature, and an import is how it is lost.

Counted in a fresh interpreter whose caches are warm, as they are on every day but the first.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import llmroadmap
from conftest import NOW
from llmroadmap.commands import COMMANDS

SOURCE = Path(llmroadmap.__file__).parents[1]
SLOW = {
    "typer",
    "click",
    "rich",
    "pydantic",
    "pydantic_core",
    "yaml",
    "markdown_it",
    "anyascii",
    "platformdirs",
    "fsrs",
    "ruamel",
    "textual",
}

SMALL_ONES = set(
    """
    _datetime _typing collections contextlib datetime errno fcntl gc importlib math typing
    unicodedata warnings zlib
    """.split()
)

COUNT = """
import io, json, os, sys
class Terminal(io.StringIO):
    encoding = "utf-8"
    def isatty(self):
        return True
before = set(sys.modules)
from llmroadmap.__main__ import main as entry
from llmroadmap.cli import main
kind, *words = sys.argv[1:]
out = Terminal() if kind == "terminal" else io.StringIO()
status = main(words, os.environ, out, sys.stderr)
assert status == 0, out.getvalue()
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def modules(home: Path, *words: str, **given: str) -> list[str]:
    """What a line imports beyond what the interpreter and this test do."""
    environ = {
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": NOW,
        "LLMROADMAP_LANG": "en",
        "PYTHONPATH": str(SOURCE),
        "PATH": os.environ.get("PATH", ""),
        "TERM": "xterm",
        "PAGER": "",
        **given,
    }
    ran = subprocess.run(
        [sys.executable, "-c", COUNT, *words],
        env=environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def roots(found: list[str]) -> set[str]:
    return {name.partition(".")[0] for name in found}


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    for words in (("done", "hf.0.1"), ("done", "hf.1.1")):
        modules(home, "piped", *words)
    return home


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_only_the_texts_that_are_shown_are_read(warm: Path, lang: str) -> None:
    everything = modules(warm, "piped", "next", "--lang", lang)
    read = {name for name in everything if name.startswith("llmroadmap.locales.")}
    assert read == {f"llmroadmap.locales.{lang}{rest}" for rest in ("", ".common", ".next")}


@pytest.mark.parametrize(
    "line", ["next", "done hf.1.2", "done hf.1.2", "status", "show hf.0.1", "start hf.1.3"]
)
def test_piped(warm: Path, line: str) -> None:
    found = modules(warm, "piped", *line.split())
    ours = [name for name in found if name.startswith("llmroadmap")]
    others = set(found) - set(ours)
    print(f"{line}: {len(ours)} modules of ours, {len(others)} others: {sorted(others)}")
    assert not roots(found) & SLOW
    most = 71 if line.startswith(("done", "start")) else 66  # who writes needs more
    assert len(ours) <= most  # each is read from disk at every keystroke
    # Little ones of the standard library; whoever adds to them has measured.
    assert roots([*others]) <= SMALL_ONES, others


@pytest.mark.parametrize("line", ["next", "status", "today", "done hf.1.4", "list hf", "show hf"])
def test_on_a_terminal_only_what_draws_is_added(warm: Path, line: str) -> None:
    piped, found = (modules(warm, kind, *line.split()) for kind in ("piped", "terminal"))
    print(f"{line}: {len(found)} modules")
    assert not roots(found) & SLOW
    added = {name for name in set(found) - set(piped) if name.startswith("llmroadmap")}
    assert added <= {
        "llmroadmap.terminal.drawing",
        "llmroadmap.core.model.addresses",  # where titles are links
        "llmroadmap.cache.last_listing",
        "llmroadmap.locales.zh",  # both titles of what has two
        "llmroadmap.locales.en.dates",  # when a step was finished
    }


def test_a_terminal_that_we_do_not_know_is_left_to_rich(warm: Path) -> None:
    assert roots(modules(warm, "terminal", "next", TERM="a-new-one")) & SLOW == {"rich"}


def test_the_first_run_compiles_and_the_second_does_not(tmp_path: Path) -> None:
    assert roots(modules(tmp_path, "piped", "next")) >= {"pydantic", "yaml"}
    assert not roots(modules(tmp_path, "piped", "next")) & SLOW


def test_help_and_the_version_import_no_command(tmp_path: Path) -> None:
    for words in (["--help"], ["--version"]):
        found = modules(tmp_path, "piped", *words)
        commands = [name for name in found if name.startswith("llmroadmap.commands.")]
        assert commands == ["llmroadmap.commands._table"]
        assert not roots(found) & SLOW


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_needs_no_typer(tmp_path: Path, name: str) -> None:
    assert "typer" not in modules(tmp_path, "piped", "help", name)


# What exports, imports and checks of links need: no other line may load any of it.
APART = (
    "llmroadmap.exports", "llmroadmap.doctor", "llmroadmap.commands._ticks",
    "llmroadmap.commands._archive", "llmroadmap.commands._taskwarrior", "resvg_py", "http", "socket",
    "ssl", "urllib", "csv", "html", "uuid", "subprocess",
)  # fmt: skip


def apart(found: list[str]) -> set[str]:
    return {name for name in found if name.startswith(APART) or name in APART}


@pytest.mark.parametrize(
    "line", ["next", "done hf.1.2", "status", "list", "open hf.0.1 --print", "log", "week", "today"]
)
def test_no_format_and_nothing_of_the_net_is_on_the_start_path(warm: Path, line: str) -> None:
    assert apart(modules(warm, "piped", *line.split())) == set()


@pytest.mark.parametrize(
    "line",
    ["--format html", "--format svg", "--format anki", "--todo", "--format org", "--format csv"],
)
def test_a_format_is_written_without_any_library(warm: Path, line: str) -> None:
    found = modules(warm, "piped", "export", *line.split())
    assert not roots(found) & {*SLOW, "resvg_py", "icalendar", "anki", "http", "socket", "ssl"}
    assert "urllib.request" not in found
