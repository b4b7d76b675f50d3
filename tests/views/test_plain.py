"""Plain mode: one fact a line, nothing drawn, nothing said by its place alone."""

import re

import pytest

from conftest import Run
from llmroadmap.commands import COMMANDS

ON = {"LLMROADMAP_PLAIN": "1"}
DRAWN = re.compile("[─-▟■○★→◆↻✓▸│]|··|\x1b|\N{INVISIBLE SEPARATOR}|##|  ")
LINES = ["", "next", "status", "status --all", "list", "list s1", "show hf", "show hf.1.2", "stats"]
LINES += ["week", "when", "log", "resume", "find attention", "notes", "config", "roadmaps", "undo"]
LINES += ["done hf.1.2", "skip bili --yes", "checkin", "done nothing", "status --line", "--help"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("line", LINES)
def test_nothing_is_drawn_padded_or_indented(terminal: Run, line: str, lang: str) -> None:
    terminal("done hf.0.1 --on 2026-11-20")
    terminal("start hf.1.1")
    terminal(["note", "hf.0.1", "Colab works"])
    ran = terminal(line, LLMROADMAP_LANG=lang, **ON)
    shown = (ran.out + ran.err).splitlines()
    assert shown
    for row in shown:
        assert row == row.strip() != ""
        assert not DRAWN.search(row), row


def test_figures_are_words(terminal: Run) -> None:
    terminal("done hf.0.1 hf.1.1")
    shown = terminal("", **ON).out.splitlines()
    assert shown[1:3] == ["2 of 352", "0.6 percent"]
    assert "s1 Hands-on foundations 2 of 147" in shown
    assert "next: hf.1.2" in terminal("list hf.1", **ON).out
    assert "done: hf.1.1 Introduction" in terminal("list hf.1", **ON).out


def test_the_setting_and_the_environment(terminal: Run) -> None:
    terminal("done hf.0.1")
    drawn = terminal("status").out
    assert terminal("config plain on").status == 0
    assert terminal("status").out == terminal("status", **ON).out != drawn
    assert terminal("status", LLMROADMAP_PLAIN="0").out == drawn
    assert "\x1b" not in terminal("done nothing at all").err
    terminal("config unset plain")
    assert terminal("status").out == drawn


def test_json_is_the_same(run: Run) -> None:
    for line in ("next --json", "status --json", "list --json"):
        assert run(line, **ON).out == run(line).out


def test_a_long_list_is_not_paged(terminal: Run) -> None:
    assert len(COMMANDS) > 1
    assert len(terminal("list --all", **ON).out.splitlines()) > 464
