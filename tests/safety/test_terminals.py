"""Real pagers, editors, pseudo-terminals and bytes: nothing hangs, nothing is lost, no traceback."""

import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pytest

from safety.program import SOURCE, needs_posix

pytestmark = needs_posix
needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
needs_ed = pytest.mark.skipif(shutil.which("ed") is None, reason="ed is not installed")


def environ(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LESS"))}
    kept.pop("COLUMNS", None)
    path = os.pathsep.join([str(SOURCE), *filter(None, sys.path[1:])])
    mine = {"PYTHONPATH": path, "LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en"}
    return {**kept, **mine, "TERM": "xterm", "LC_ALL": "C.UTF-8", **more}


class Terminal:
    """The program in a pseudo-terminal that somebody types into."""

    def __init__(self, words: list[str], given: dict[str, str], rows: int = 10, columns: int = 80):
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            ioctl(1, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(sys.executable, [sys.executable, "-m", "llmroadmap", *words], given)
        self.printed = b""

    def until(self, text: bytes, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while text not in self.printed:
            assert time.monotonic() < end, self.printed[-2000:]
            ready, _, _ = select.select([self.screen], [], [], 0.2)
            if ready:
                try:
                    self.printed += os.read(self.screen, 65536)
                except OSError:
                    break
        assert text in self.printed, self.printed[-2000:]

    def type(self, text: bytes) -> None:
        os.write(self.screen, text)

    def end(self, seconds: float = 30) -> int:
        """Read to the end of the output; return the exit status."""
        stop = time.monotonic() + seconds
        while time.monotonic() < stop:
            ready, _, _ = select.select([self.screen], [], [], 0.2)
            if ready:
                try:
                    piece = os.read(self.screen, 65536)
                except OSError:
                    piece = b""
                if not piece:
                    return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
                self.printed += piece
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError((b"it hangs", self.printed[-2000:]))


def run(
    words: list[str], given: dict[str, str], stdin: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    line = [sys.executable, "-m", "llmroadmap", *words]
    return subprocess.run(
        line, env=given, input=stdin, capture_output=True, check=False, timeout=60
    )


def notes(home: Path) -> list[str]:
    found = json.loads(run(["notes", "--json"], environ(home)).stdout)["data"]["notes"]
    return [note["text"] for note in found]


@needs_less
@pytest.mark.parametrize("times", [1, 2, 3])
def test_ctrl_c_in_the_pager_is_the_pagers(tmp_path: Path, times: int) -> None:
    terminal = Terminal(["list", "--all"], environ(tmp_path))
    terminal.until(b"\x1b[")
    time.sleep(0.5)
    for _ in range(times):
        terminal.type(b"\x03")
        time.sleep(0.2)
    terminal.type(b"G")
    terminal.until(b"wrap3")
    terminal.type(b"q")
    assert terminal.end() == 0


@needs_less
@pytest.mark.parametrize("less", ["-M", "-i -S", "", "FRX", "-R", "--quit-if-one-screen"])
def test_colours_reach_less_whatever_its_options(tmp_path: Path, less: str) -> None:
    terminal = Terminal(["list", "--all"], environ(tmp_path, LESS=less))
    terminal.until(b"Hugging Face")
    terminal.type(b"q")
    terminal.end()
    assert b"ESC[" not in terminal.printed


@pytest.mark.parametrize("pager", ["false", "/nowhere/pager", "sh -c 'exit 3'"])
def test_a_pager_that_fails_leaves_the_answer(tmp_path: Path, pager: str) -> None:
    terminal = Terminal(["list", "hf.1"], environ(tmp_path, PAGER=pager))
    assert terminal.end() == 0
    assert b"hf.1.quiz" in terminal.printed


def test_zero_columns_are_eighty(tmp_path: Path) -> None:
    terminal = Terminal(["next"], environ(tmp_path), rows=0, columns=0)
    assert terminal.end() == 0
    shown = re.sub(rb"\x1b\[[0-9;]*m", b"", terminal.printed)
    assert b"When done: llmroadmap done hf.0.1" in shown


LOCALES = ["C", "C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("data", [b"caf\xe9\n", b"one\ntwo\n\xb9\xe9\n", b"\xed\xa0\x80"])
def test_standard_input_that_is_not_utf_8(tmp_path: Path, locale: str, data: bytes) -> None:
    ran = run(["note", "hf.1.1", "-"], environ(tmp_path, LC_ALL=locale), data)
    assert ran.returncode == 2
    assert b"not UTF-8" in ran.stderr
    assert f"line {data.rstrip().count(bytes([10])) + 1}".encode() in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert notes(tmp_path) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_standard_input_in_utf_8_and_utf_16(tmp_path: Path, locale: str) -> None:
    for data in ("缓存\n".encode(), "缓存".encode("utf-16"), "\ufeff缓存".encode()):
        assert run(["note", "hf.1.1", "-"], environ(tmp_path, LC_ALL=locale), data).returncode == 0
    assert set(notes(tmp_path)) == {"缓存"}


@pytest.mark.parametrize("locale", LOCALES)
def test_an_argument_that_is_not_utf_8(tmp_path: Path, locale: str) -> None:
    given = environ(tmp_path, LC_ALL=locale)
    for words in (["note", "hf.1.1", "caf\udce9"], ["skip", "hf.1.1", "--reason", "d\udce9"]):
        ran = run(words, given)
        assert (ran.returncode, b"Traceback" in ran.stderr) == (2, False), ran.stderr
        assert b"not UTF-8" in ran.stderr
    ran = run(["show", "caf\udce9", "--json"], given)
    assert json.loads(ran.stdout)["ok"] is False
    path = tmp_path / "data/progress/llm.json"
    assert not path.exists()


@pytest.mark.parametrize("typed", [b"\xe9\n", b"\xff\xfe\n", b"\xe4\xbd\n"])
def test_an_answer_that_is_no_text_is_no_yes(tmp_path: Path, typed: bytes) -> None:
    terminal = Terminal(["done", "hf.1"], environ(tmp_path, LC_ALL="C.UTF-8"))
    terminal.until(b"[y/N]")
    terminal.type(typed)
    terminal.end()
    assert b"Traceback" not in terminal.printed
    assert not (tmp_path / "data/progress/llm.json").exists()


def script(tmp_path: Path, body: str) -> str:
    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    "body", [r'printf "caf\351\n" > "$1"', r'printf "\271\351\n" > "$1"'], ids=["latin-1", "gbk"]
)
def test_an_editor_that_saves_another_encoding(tmp_path: Path, body: str) -> None:
    given = environ(tmp_path / "home", EDITOR=script(tmp_path, body), TMPDIR=str(tmp_path))
    ran = run(["note", "hf.1.1", "--json"], given)
    error = json.loads(ran.stdout)["error"]
    assert (error["code"], error["reason"]) == ("editor-failed", "encoding")
    assert Path(error["draft"]).read_bytes().startswith((b"caf\xe9", b"\xb9"))
    assert notes(tmp_path / "home") == []


def test_an_editor_that_comes_back_at_once(tmp_path: Path) -> None:
    editor = script(tmp_path, '(sleep 2; echo late > "$1") >/dev/null 2>&1 &')
    given = environ(tmp_path / "home", EDITOR=editor, TMPDIR=str(tmp_path))
    ran = run(["note", "hf.1.1"], given)
    assert ran.returncode == 1
    assert b"returned at once" in ran.stderr
    assert b"code --wait" in ran.stderr
    [draft] = tmp_path.glob("llmroadmap-*/note.md")
    for _ in range(40):
        time.sleep(0.1)
        if draft.read_text() == "late\n":
            break
    assert draft.read_text() == "late\n", "what is written afterwards has a place to go"


@needs_ed
def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    terminal = Terminal(["note", "hf.1.1"], environ(tmp_path, EDITOR="ed"))
    terminal.until(b"\n")
    terminal.type(b"0a\n")
    time.sleep(0.3)
    terminal.type(b"precious words\n")
    time.sleep(0.3)
    terminal.type(b"\x03")
    time.sleep(0.3)
    terminal.type(b"w\nq\n")
    terminal.end()
    assert notes(tmp_path) == ["precious words"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["- item"], "- item"),
        (["-", "an", "item"], "- an item"),
        (["use", "--json", "for", "scripts"], "use --json for scripts"),
        (["--help", "is", "long"], "--help is long"),
        (["try", "-q", "here"], "try -q here"),
        (["a", "--json", "b", "--json"], "a --json b"),
        (["--", "--json"], "--json"),
        (["-1", "is", "negative"], "-1 is negative"),
        (["--on", "yesterday", "late", "words"], "late words"),
        (["late", "words", "--on=yesterday"], "late words"),
    ],
)
def test_a_text_keeps_its_dashes(tmp_path: Path, words: list[str], text: str) -> None:
    ran = run(["note", "hf.1.1", *words], environ(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert notes(tmp_path) == [text]


def test_the_value_of_an_option_is_not_looked_at(tmp_path: Path) -> None:
    ran = run(["skip", "hf.1.1", "--reason", "--json is broken"], environ(tmp_path))
    assert (ran.returncode, ran.stdout[:1]) == (0, "–".encode()[:1]), ran
    ran = run(["skip", "hf.1.2", "--reason", "--json"], environ(tmp_path))
    assert b'"ok"' not in ran.stdout


@pytest.mark.parametrize(
    "words", [["next"], ["status", "--line"], ["--complete", "--", "done", ""]]
)
@pytest.mark.parametrize("home", ["home", "/tmp/llmroadmap-test-absolute"])
def test_a_current_folder_that_is_gone(tmp_path: Path, words: list[str], home: str) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    home = home if home == "home" else str(tmp_path / "absolute")
    given = {**environ(tmp_path), "LLMROADMAP_HOME": home}
    line = f'rmdir "{folder}"; exec "$0" -m llmroadmap "$@"'
    ran = subprocess.run(
        ["sh", "-c", line, sys.executable, *words],
        cwd=folder,
        env=given,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 0 or len(ran.stderr.splitlines()) <= 2


def test_json_shows_what_a_terminal_would_obey(tmp_path: Path) -> None:
    text = "a\x9bb\x85c\x7fd\u202ee\u2066f\ufeffg"
    assert run(["note", "hf.1.1", text], environ(tmp_path)).returncode == 0
    out = run(["notes", "--json"], environ(tmp_path)).stdout.decode()
    assert not any(sign in out for sign in "\x9b\x85\x7f\u202e\u2066\ufeff")
    assert json.loads(out)["data"]["notes"][0]["text"] == text


class TestTheNet:
    """An error that nobody thought of, made by a module that shadows one of ours."""

    @pytest.fixture
    def broken(self, tmp_path: Path) -> dict[str, str]:
        hook = tmp_path / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(
            "import llmroadmap.core.study.selection as s\n"
            "def next_steps(*a, **k): raise ZeroDivisionError('deep inside')\n"
            "s.next_steps = next_steps\n"
        )
        given = environ(tmp_path / "home")
        return {**given, "PYTHONPATH": f"{hook}{os.pathsep}{given['PYTHONPATH']}"}

    def test_is_one_line_and_a_file(self, broken: dict[str, str], tmp_path: Path) -> None:
        ran = run(["next"], broken)
        assert (ran.returncode, ran.stdout) == (70, b"")
        assert len(ran.stderr.splitlines()) == 1
        assert b"llmroadmap doctor" in ran.stderr
        [report] = (tmp_path / "home/cache").glob("error-*.txt")
        assert str(report).encode() in ran.stderr
        assert "ZeroDivisionError: deep inside" in report.read_text()
        assert report.stat().st_mode & 0o777 == 0o600

    def test_in_json_and_in_chinese(self, broken: dict[str, str]) -> None:
        answer = json.loads(run(["next", "--json"], broken).stdout)
        assert (answer["ok"], answer["error"]["code"]) == (False, "internal")
        ran = run(["next"], {**broken, "LLMROADMAP_LANG": "zh"})
        assert "不该出的错".encode() in ran.stderr

    def test_can_be_taken_away(self, broken: dict[str, str]) -> None:
        ran = run(["next"], {**broken, "LLMROADMAP_DEBUG": "1"})
        assert b"Traceback" in ran.stderr

    def test_without_a_place_for_the_file(self, broken: dict[str, str], tmp_path: Path) -> None:
        (tmp_path / "home").write_text("in the way")
        assert run(["next"], broken).returncode in (1, 70)
