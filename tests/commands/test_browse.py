"""browse without a screen; what it does on one is in tests/tui."""

import sys

import pytest

from conftest import Run


def test_without_a_terminal_it_says_so(run: Run) -> None:
    assert run("browse --json").error["code"] == "no-terminal"
    ran = run("browse")
    assert (ran.status, ran.out) == (2, "")
    assert "terminal" in ran.err and "llmroadmap --help" in ran.err


def test_an_item_that_there_is_not_is_said_before_anything_is_drawn(run: Run) -> None:
    assert run("browse zzz --json").error["code"] == "unknown-item"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_textual_one_line_says_how_to_install_it(
    run: Run, terminal: Run, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    for name in [each for each in sys.modules if each.startswith("llmroadmap.tui")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    monkeypatch.setitem(sys.modules, "textual.app", None)
    ran = terminal("browse", LLMROADMAP_LANG=lang, TERM="xterm")
    assert ran.status == 1
    assert "pipx inject llmroadmap textual" in ran.err


def test_a_terminal_that_cannot_be_drawn_on(terminal: Run) -> None:
    assert terminal("browse", TERM="dumb").status == 2
