"""The first screen of help, the list of everything, and the manual page."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Run
from llmroadmap.commands import COMMANDS
from llmroadmap.locales import LANGUAGES
from llmroadmap.terminal.wrapping import display_width

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "llmroadmap.1"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ask", ["--help", "-h", "help"])
def test_the_first_screen_fits(run: Run, lang: str, ask: str) -> None:
    rows = run(ask, LLMROADMAP_LANG=lang).out.splitlines()
    assert len(rows) < 24
    assert max(map(display_width, rows)) <= 80
    named = {word for row in rows for word in re.findall(r"^  llmroadmap (\w+)", row)}
    assert {"next", "start", "done", "undo", "help"} == named
    for name in ("hf.3.2", "@1", "."):
        assert any(row.split()[:1] == [name] for row in rows)
    assert any("llmroadmap help --all" in row and str(len(COMMANDS)) in row for row in rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_40_columns_it_still_fits_in_24_lines(terminal, lang: str) -> None:
    rows = terminal("help", width=40, LLMROADMAP_LANG=lang).out.splitlines()
    assert len(rows) <= 24


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_aligned_once(run: Run, lang: str) -> None:
    rows = run("help --all", LLMROADMAP_LANG=lang).out.splitlines()
    listed = [row for row in rows if row.startswith("  ") and row.split()[0] in COMMANDS]
    assert len(listed) == len(COMMANDS)
    starts = {len(row) - len(row.split(maxsplit=1)[1]) for row in listed}
    assert len(starts) == 1
    assert any("--roadmap" in row for row in rows)


def test_the_page_is_what_the_commands_declare() -> None:
    spec = importlib.util.spec_from_file_location("man_page", ROOT / "scripts" / "man_page.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.page() == PAGE.read_text("utf-8"), "run make generate"


def test_the_page_is_clean() -> None:
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        pytest.skip("mandoc is not here")
    found = subprocess.run(
        [mandoc, "-T", "lint", str(PAGE)], capture_output=True, text=True, check=False
    )
    assert (found.stdout, found.returncode) == ("", 0)


def test_the_page_has_every_command_and_its_examples() -> None:
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        pytest.skip("mandoc is not here")
    shown = subprocess.run(
        [mandoc, "-T", "utf8", "-O", "width=120", str(PAGE)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    plain = re.sub(".\b", "", shown)  # bold is a sign twice, with a backspace between
    for words in (
        'llmroadmap done . -m "collators pad each batch"',
        "LLMROADMAP_HOME",
        "training loop",
    ):
        assert words in plain
