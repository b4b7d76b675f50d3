"""The real program in a real terminal: an evening in tmux, and how it leaves the terminal."""

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("textual", reason="Textual is not installed")

from conftest import SMALL, Run
from typing_session import TypingSession

BROWSE = [sys.executable, "-m", "llmroadmap", "browse", "--roadmap", str(SMALL)]
PATIENCE = 60.0  # seconds that a loaded machine may take for what takes one


def environ(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_LANG": "en",
        "LLMROADMAP_DEVICE": "test",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


class Tmux:
    """A tmux server of its own with one window."""

    def __init__(self, home: Path, width: int) -> None:
        self._socket = f"llmroadmap-{uuid.uuid4().hex[:8]}"
        size = ["-x", str(width), "-y", "30"]
        self._call("new-session", "-d", *size, *BROWSE, environ=environ(home))

    def _call(self, *words: str, environ: dict[str, str] | None = None) -> str:
        ran = subprocess.run(
            ["tmux", "-L", self._socket, "-f", "/dev/null", *words],
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.stdout

    def type(self, *keys: str) -> None:
        """Press keys, as tmux calls them."""
        for key in keys:
            self._call("send-keys", key)

    def expect(self, text: str) -> str:
        """Wait until the screen has this text; return the screen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self._call("capture-pane", "-p")
            if text in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{text!r} did not come; there was\n{screen}")

    def close(self) -> None:
        """End the server."""
        self._call("kill-server")


@pytest.fixture
def tmux(home: Path) -> Iterator[Tmux]:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    opened = Tmux(home, 80)
    yield opened
    opened.close()


def test_an_evening(tmux: Tmux, run: Run, home: Path) -> None:
    tmux.expect("Next: a.1")
    tmux.type("s")
    tmux.expect("▸ a.1")
    tmux.type("n")
    tmux.expect("A note on a.1:")
    tmux.type("scores", "Space", "and", "Enter")
    tmux.expect("Noted")
    # Meanwhile, in another terminal:
    subprocess.run(
        [*BROWSE[:3], "done", "b.1", *BROWSE[4:]],
        env=environ(home),
        check=True,
        capture_output=True,
    )
    tmux.type("d")
    tmux.expect("✓ a.1")
    tmux.type("/", "matr")
    tmux.expect("b.2")
    tmux.type("Enter", "Escape", "q")
    finished = run(f"list --done --json --roadmap {SMALL}").data["steps"]
    assert {step["id"] for step in finished} == {"a.1", "b.1"}
    notes = run(f"notes --json --roadmap {SMALL}").data
    assert "scores and" in str(notes)


@pytest.mark.parametrize(
    "ended_by", ["q", "\x03", signal.SIGTERM, signal.SIGHUP], ids=["q", "ctrl-c", "term", "hup"]
)
def test_the_terminal_is_left_as_it_was(home: Path, ended_by: str | signal.Signals) -> None:
    with TypingSession(BROWSE, environ(home)) as session:
        session.expect("a\\.1")
        if isinstance(ended_by, str):
            session.type(ended_by)
        else:
            os.kill(session._pid, ended_by)
        session.rest()
        shown = session.shown
        # The other screen is left, the cursor is shown, the mouse and pasting are as before.
        assert shown.rfind("\x1b[?1049l") > shown.rfind("\x1b[?1049h")
        assert shown.rfind("\x1b[?25h") > shown.rfind("\x1b[?25l")
        assert shown.rfind("\x1b[?1000l") > shown.rfind("\x1b[?1000h")
