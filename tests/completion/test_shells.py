"""Completion in real shells: what Tab offers and inserts, and that no title is ever run."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import llmroadmap
from conftest import NOW

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from typing_session import PATIENCE, TypingSession

SHELLS = [
    pytest.param(
        shell, marks=pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not installed")
    )
    for shell in ("bash", "zsh", "fish")
]
PROMPT = "READY> "
START_FILES = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}
START = {
    "bash": """
        PS1='READY> '; HISTFILE=
        bind 'set bell-style none'; bind 'set page-completions off'
        bind 'set enable-bracketed-paste off'
        """,
    "zsh": """
        PS1='READY> '; HISTFILE=; LISTMAX=1000
        bindkey -e; unset zle_bracketed_paste; setopt no_beep
        autoload -Uz compinit; compinit -u -D
        """,
    "fish": """
        set -g fish_greeting; set -g fish_autosuggestion_enabled 0
        function fish_prompt; echo -n 'READY> '; end
        """,
}
ROADMAP = r"""
format: 1
id: hostile
title: Hostile
stages:
  - id: s1
    title: "$(touch pwned) stage"
    items:
      - id: evil
        title: "Evil `touch pwned`"
        items:
          - {id: dollar, title: "$(touch pwned) <(touch pwned) ${x:=`touch pwned`}"}
          - {id: ticks, title: "`touch pwned` ; touch pwned && touch pwned | touch pwned"}
          - {id: brackets, title: "[x] [[ -n y ]] {a,b} * ? ~ %F{red}%S %(?.a.b) \\n \\x41"}
          - {id: quotes, title: "it's \"quoted\" \\ ' \" ` :a:b:"}
          - {id: steering, title: "red \e[31m bell \a tab\ttab line\nline \u202eturned"}
          - {id: chinese, title: 用 $(touch pwned) 学习注意力}
          - {id: dash, title: "--version -x"}
          - {id: newline, title: "one\ntouch pwned\n$(touch pwned)"}
      - {id: only, title: "The only one $(touch pwned)"}
      - {id: keep, kind: habit, repeat: daily, title: "Keep $(touch pwned)"}
"""

Open = Callable[..., "Prompt"]


class Prompt:
    """A shell that waits at its prompt in a folder where nothing may appear."""

    def __init__(self, session: TypingSession, kept: Path, tabs: int) -> None:
        self.session = session
        self.kept = kept
        self.tabs = tabs  # as many as this shell wants before it shows a list
        session.expect(PROMPT)

    def offered(self, line: str) -> str:
        """Type a line and Tab, and return what is shown then."""
        self.session.type(line + "\t" * self.tabs)
        return self.drop()

    def drop(self) -> str:
        """Leave the line that was typed, when all that it sets off is over; return what came."""
        # Keys are taken one after the other: this one is shown when the Tab before is dealt with.
        self.session.type("Q")
        shown = self.session.expect("Q")
        self.session.type("\x15")
        self.run("true")
        return shown

    def run(self, line: str) -> None:
        """Run a line of the shell."""
        self.session.type(f"{line}; keep ran\n")
        assert self.what_was_kept() == "ran"

    def completed(self, line: str) -> str:
        """Type a line, Tab, END; return the line that stands there then, as the shell takes it."""
        self.session.type(f"{line}\tEND\x01keep \n")
        return self.what_was_kept()

    def what_was_kept(self) -> str:
        """Return the line that `keep` was called with."""
        end = time.monotonic() + PATIENCE
        while not self.kept.exists():
            assert time.monotonic() < end, self.session.seen()
            self.session.seen()
        text = self.kept.read_text()
        self.kept.unlink()
        self.session.expect(PROMPT)
        return text


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A home with the program on the path, and a roadmap whose titles mean harm."""
    home, folder = tmp_path / "home", tmp_path / "bin"
    for each in (home, folder, tmp_path / "work"):
        each.mkdir()
    program = folder / "llmroadmap"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m llmroadmap "$@"\n')
    program.chmod(0o755)
    keep = folder / "keep"
    keep.write_text('#!/bin/sh\nprintf %s "$*" >"$KEPT.new"; mv "$KEPT.new" "$KEPT"\n')
    keep.chmod(0o755)
    roadmap = tmp_path / "hostile.yaml"
    roadmap.write_text(ROADMAP, encoding="utf-8")
    return {
        "PYTHONPATH": str(Path(llmroadmap.__file__).parents[1]),
        "HOME": str(home),
        "PATH": f"{folder}:{os.environ['PATH']}",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "LLMROADMAP_HOME": str(home / "llmroadmap"),
        "LLMROADMAP_ROADMAP": str(roadmap),
        "LLMROADMAP_LANG": "en",
        "LLMROADMAP_NOW": NOW,
        "KEPT": str(tmp_path / "kept"),
    }


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Path]:
    """The folder that the shells work in: at the end there is nothing in it."""
    folder = tmp_path / "work"
    yield folder
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.rglob("pwned"))


@pytest.fixture
def open_shell(environ: dict[str, str], work: Path) -> Iterator[Open]:
    sessions: list[TypingSession] = []

    def start(shell: str, **more: str) -> Prompt:
        path = Path(environ["HOME"]) / START_FILES[shell]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{START[shell]}\ncd {work}\n")
        installing = ["llmroadmap", "completion", "install", "--shell", shell, "--yes"]
        subprocess.run(installing, env=environ, check=True, capture_output=True)
        session = TypingSession([shell, "-i"], {**environ, **more}, 250)
        sessions.append(session)
        return Prompt(session, Path(environ["KEPT"]), 2 if shell == "bash" else 1)

    yield start
    for session in sessions:
        session.__exit__()


COMPLETED = {
    "llmroadmap done o": "llmroadmap done only END",
    "llmroadmap reo": "llmroadmap reopen END",
    "llmroadmap checkin k": "llmroadmap checkin keep END",
    "llmroadmap show evil.do": "llmroadmap show evil.dollar END",
    "llmroadmap done evil.st": "llmroadmap done evil.steering END",
    "llmroadmap done only ev": "llmroadmap done only evil.END",
    "llmroadmap done --y": "llmroadmap done --yes END",
    "llmroadmap --lang=z": "llmroadmap --lang=zh END",
    "llmroadmap done --lang z": "llmroadmap done --lang zh END",
    "llmroadmap done xyz": "llmroadmap done xyzEND",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_alone_is_inserted(open_shell: Open, shell: str) -> None:
    prompt = open_shell(shell)
    for typed, completed in COMPLETED.items():
        assert prompt.completed(typed) == completed


@pytest.mark.parametrize("shell", SHELLS)
def test_titles_stand_beside_the_ids_and_are_text(open_shell: Open, shell: str) -> None:
    shown = open_shell(shell).offered("llmroadmap done evil.")
    for name in ("dollar", "ticks", "brackets", "quotes", "steering", "chinese", "dash", "newline"):
        assert f"evil.{name}" in shown
    assert "$(touch pwned) <(touch pwned)" in shown
    assert "`touch pwned` ; touch pwned && touch pwned" in shown
    assert "[x] [[ -n y ]] {a,b} * ? ~ %F{red}%S %(?.a.b) \\n \\x41" in shown
    assert 'it\'s "quoted" \\ \' " ` :a:b:' in shown
    assert "--version -x" in shown
    assert "用 $(touch pwned) 学习注意力" in shown
    assert "bell tab tab line line turned" in shown
    assert "one touch pwned $(touch pwned)" in shown


@pytest.mark.parametrize("shell", SHELLS)
def test_steps_are_offered_where_they_make_sense(
    open_shell: Open, environ: dict[str, str], shell: str
) -> None:
    prompt = open_shell(shell)
    done = ["llmroadmap", "done", "evil.dash", "only"]
    subprocess.run(done, env=environ, check=True, capture_output=True)
    assert prompt.completed("llmroadmap reopen o") == "llmroadmap reopen only END"
    assert prompt.completed("llmroadmap reopen e") == "llmroadmap reopen evil.dash END"
    assert prompt.completed("llmroadmap done evil.da") == "llmroadmap done evil.daEND"


@pytest.mark.parametrize("shell", SHELLS)
def test_many_steps_are_offered_course_by_course(open_shell: Open, shell: str) -> None:
    prompt = open_shell(shell, LLMROADMAP_ROADMAP="llm")
    # No blank behind the dot: one goes on.
    assert prompt.completed("llmroadmap done hf.1") == "llmroadmap done hf.1END"
    assert prompt.completed("llmroadmap done hf.9") == "llmroadmap done hf.9.END"
    shown = prompt.offered("llmroadmap done hf.")
    assert "Fine-tune Large Language Models" in shown
    assert shown.index("hf.2.") < shown.index("hf.11.")


@pytest.mark.parametrize("shell", SHELLS)
def test_what_was_typed_is_not_run_either(open_shell: Open, shell: str) -> None:
    prompt = open_shell(shell)
    if shell == "zsh":  # which by itself expands what is typed, `$(…)` too, before it completes
        prompt.run("bindkey '^I' complete-word")
    for line in (
        "llmroadmap done '$(touch pwned)' `touch pwned",
        'llmroadmap done "$(touch pwned) ',
        "llmroadmap --roadmap '$(touch pwned)' done ",
        "llmroadmap $(touch pwned) done e",
    ):
        prompt.session.type(f"{line}\t\t")
        prompt.drop()
    assert prompt.completed("llmroadmap done o") == "llmroadmap done only END"


@pytest.mark.parametrize("shell", SHELLS)
def test_files_are_the_shell_s_business(open_shell: Open, tmp_path: Path, shell: str) -> None:
    path = tmp_path / "a plan $(touch pwned).yaml"
    path.write_text("")
    (tmp_path / "z").mkdir()
    prompt = open_shell(shell)
    line = f"llmroadmap check {tmp_path}/"
    assert prompt.completed(f"{line}a") == f"llmroadmap check {path} END"
    assert prompt.completed(f"{line}z") == f"{line}z/END"


@pytest.mark.parametrize("shell", SHELLS)
def test_menus_insert_ids_only(open_shell: Open, shell: str) -> None:
    prompt = open_shell(shell)
    setting = {"bash": "bind 'TAB: menu-complete'", "zsh": "setopt menu_complete", "fish": "true"}
    prompt.run(setting[shell])
    # In fish the first Tab shows the menu, the second one goes to its first entry, Enter takes it.
    tabs = "\t\t\n" if shell == "fish" else "\t\t"
    prompt.session.type(f"llmroadmap done evil.{tabs}END\x01keep \n")
    assert re.fullmatch(r"llmroadmap done evil\.[a-z]+ ?END", prompt.what_was_kept())


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_alone_is_read_without_a_word(
    environ: dict[str, str], work: Path, shell: str
) -> None:
    printed = subprocess.run(
        ["llmroadmap", "completion", shell], env=environ, check=True, capture_output=True
    )
    done = subprocess.run(
        [shell, "-c" if shell != "bash" else "-uc", printed.stdout.decode()],
        env=environ, cwd=work, capture_output=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"", b"")
