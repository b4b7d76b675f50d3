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

SOURCE = Path(llmroadmap.__file__).parents[1]
SLOW = {"rich", "pydantic", "pydantic_core", "yaml", "markdown_it", "anyascii", "platformdirs"}

COUNT = """
import io, json, os, sys
class Terminal(io.StringIO):
    encoding = "utf-8"
    def isatty(self):
        return True
before = set(sys.modules)
import typer
typer_alone = set(sys.modules)
if sys.argv[1:]:
    from llmroadmap.__main__ import main as entry
    from llmroadmap.cli import main
    kind, *words = sys.argv[1:]
    out = Terminal() if kind == "terminal" else io.StringIO()
    status = main(words, os.environ, out, sys.stderr)
    assert status == 0, out.getvalue()
print(json.dumps([sorted(set(sys.modules) - before), sorted(set(sys.modules) - typer_alone)]))
"""


def modules(home: Path, *words: str) -> tuple[list[str], list[str]]:
    """What a line imports, in all and beyond what `import typer` does."""
    environ = {
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": NOW,
        "LLMROADMAP_LANG": "en",
        "PYTHONPATH": str(SOURCE),
        "PATH": os.environ.get("PATH", ""),
        "TERM": "xterm",
        "PAGER": "",
    }
    ran = subprocess.run(
        [sys.executable, "-c", COUNT, *words],
        env=environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    everything, beyond = json.loads(ran.stdout)
    return everything, beyond


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
    everything, _ = modules(warm, "piped", "next", "--lang", lang)
    read = {name for name in everything if name.startswith("llmroadmap.locales.")}
    assert read == {f"llmroadmap.locales.{lang}{rest}" for rest in ("", ".common", ".next")}


@pytest.mark.parametrize(
    "line", ["next", "done hf.1.2", "done hf.1.2", "status", "show hf.0.1", "start hf.1.3"]
)
def test_piped(warm: Path, line: str) -> None:
    everything, beyond = modules(warm, "piped", *line.split())
    print(f"{line}: {len(everything)} modules, {len(beyond)} beyond typer: {sorted(beyond)}")
    assert not roots(beyond) & SLOW
    assert not roots(everything) & {"rich", "pydantic", "yaml"}
    assert len(beyond) <= 64  # each is read from disk at every keystroke
    others = {name for name in beyond if not name.startswith("llmroadmap")}
    # Little ones of the standard library; whoever adds to them has measured.
    others = {name for name in others if not name.startswith("typer.")}
    assert others <= {"fcntl", "gc", "unicodedata"}, others


@pytest.mark.parametrize("line", ["next", "status", "done hf.1.4", "list hf"])
def test_on_a_terminal_only_what_draws_is_added(warm: Path, line: str) -> None:
    everything, beyond = modules(warm, "terminal", *line.split())
    print(f"{line}: {len(everything)} modules, {len(beyond)} beyond typer")
    assert roots(beyond) & SLOW == {"rich"}


def test_the_first_run_compiles_and_the_second_does_not(tmp_path: Path) -> None:
    assert roots(modules(tmp_path, "piped", "next")[1]) >= {"pydantic", "yaml"}
    assert not roots(modules(tmp_path, "piped", "next")[1]) & SLOW


def test_help_and_the_version_import_no_command(tmp_path: Path) -> None:
    for words in (["--help"], ["--version"]):
        found = modules(tmp_path, "piped", *words)[1]
        commands = [name for name in found if name.startswith("llmroadmap.commands.")]
        assert commands == ["llmroadmap.commands._table"]
        assert not roots(found) & SLOW
