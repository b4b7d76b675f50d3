"""What is asked in a real terminal: one of several links, a note in an editor."""

import os
import stat
import sys
from pathlib import Path

import pytest

from conftest import NOW, Run

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from typing_session import TypingSession


@pytest.fixture
def terminal(home: Path):
    def start(*words: str, width: int = 100, **environ: str) -> TypingSession:
        surroundings = {
            **os.environ,
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": "en",
            "TERM": "xterm-256color",
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
            "COLUMNS": str(width),
            **environ,
        }
        return TypingSession([sys.executable, "-m", "llmroadmap", *words], surroundings, width)

    return start


def test_a_link_is_picked_by_number(terminal) -> None:
    with terminal("open", "hf.2.2", "--pick", "--print") as session:
        session.expect(r"Which link\? \[1-\d\]")
        session.type("2\n")
        session.expect("https://huggingface.co/learn/llm-course/zh-CN/chapter2/2\r?\n")


def test_an_empty_line_picks_nothing(terminal) -> None:
    with terminal("open", "hf.2.2", "--pick", "--print") as session:
        session.expect(r"\[1-\d\]")
        session.type("\n")
        said = session.rest()
        assert "Nothing was changed" in said and "Error" not in said


@pytest.mark.parametrize("answer", ["99", "x", "1 2", "nothing that is there"])
def test_a_number_that_is_none_is_asked_for_again(terminal, answer: str) -> None:
    with terminal("open", "hf.2.2", "--pick", "--print") as session:
        session.expect(r"\[1-\d\]")
        session.type(f"{answer}\n")
        session.expect(r"Type 1–\d, or press Enter to cancel:")
        session.type("2\n")
        session.expect("https://huggingface.co/learn/llm-course/zh-CN/chapter2/2\r?\n")


@pytest.mark.parametrize("answer", ["0", "q", "n", "Ｑ", "不", ""])
def test_what_leaves_all_as_it_is(terminal, answer: str) -> None:
    with terminal("done", "introduction") as session:
        session.expect(r"\[1-\d\]")
        session.type(f"{answer}\n")
        assert "Nothing was changed" in session.rest()


@pytest.mark.parametrize("answer", ["2", "２", "@2", "hf.1.1", "HF.1.1", "transformer models"])
def test_what_is_shown_can_be_typed(terminal, answer: str) -> None:
    with terminal("done", "introduction") as session:
        session.expect("2 hf.1.1 ")
        session.expect(r"\[1-\d\]")
        session.type(f"{answer}\n")
        assert "hf.1.1  Introduction  done" in session.rest()


@pytest.mark.parametrize("answer", ["y", "ｙ", "Yes", "是", "1", "hf.2.quiz"])
def test_a_guess_is_confirmed_by_what_is_shown(terminal, answer: str) -> None:
    with terminal("done", "hf.2.9") as session:
        session.expect(r"\[y/N\]")
        session.type(f"{answer}\n")
        assert "hf.2.quiz" in session.rest()


@pytest.mark.parametrize("width", [20, 31, 40, 41, 42, 43, 44, 60])
def test_what_may_be_answered_is_never_broken(terminal, width: int) -> None:
    with terminal("skip", "hf.3", width=width) as session:
        asked = session.expect(r"\[y/N\] ")
        assert max(map(len, asked.splitlines())) <= width - 3
        session.type("\n")
        session.rest()


def test_several_groups_are_one_question(terminal) -> None:
    with terminal("skip", "cs161", "cs107") as session:
        asked = session.expect(r"\[y/N\]")
        assert "cs161" in asked and "cs107" in asked
        session.type("y\n")
        assert "Undo" in session.rest() or "undo" in session.text


def test_of_many_that_may_be_meant_each_says_where_it_stands(terminal) -> None:
    with terminal("done", "introduction") as session:
        session.expect("hf.1.1   Introduction · Transformer models")
        session.expect("Which one\\?")
        session.type("\n")
        assert "Nothing was changed" in session.rest()


def test_a_note_is_written_in_the_editor(terminal, tmp_path: Path, run: Run) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Write: "; read words; echo "$words" > "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    with terminal("note", "hf.0.1", VISUAL=str(editor)) as session:
        session.expect("Write: ")
        session.type("seen in a terminal\n")
        assert "Noted: hf.0.1" in session.rest()
    assert run("notes --json").data["notes"][0]["text"] == "seen in a terminal"


def test_an_opened_page_says_what_else_there_is(terminal, tmp_path: Path) -> None:
    with terminal("open", "hf.2.2", BROWSER="true %s") as session:
        shown = session.rest()
        assert "Opened: hf.2.2" in shown and "3 more links" in shown
    with terminal("open", "papers.attention.skim", BROWSER="true %s") as session:
        assert "has no page of its own; this is the page of" in session.rest()
