"""What all tests share: a home of their own, a clock that stands still, and a line to run."""

import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from llmroadmap.cli import main

# Generated input is the same at every run, so that a red build means a change; `make fuzz` looks for
# more.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("default" if os.environ.get("LLMROADMAP_FUZZ") else "steady")

NOW = "2026-11-24T20:00:00+08:00"
SMALL = Path(__file__).parent / "small.yaml"


class Ran(NamedTuple):
    """What one line did."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The data of a JSON answer that is a success."""
        answer = json.loads(self.out)
        assert answer["ok"] is True, self.out
        return answer["data"]

    @property
    def error(self) -> Any:
        """The error of a JSON answer."""
        answer = json.loads(self.out)
        assert answer["ok"] is False, self.out
        return answer["error"]


Run = Callable[..., Ran]


def split(text: str) -> list[str]:
    import shlex

    return shlex.split(text)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run a line of the program in this process, piped: `run("done hf.0.1")`."""

    def run_line(text: str | list[str], **environ: str) -> Ran:
        words = split(text) if isinstance(text, str) else text
        out, err = io.StringIO(), io.StringIO()
        surroundings = {
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": "en",
            "LLMROADMAP_DEVICE": "test",
            **environ,
        }
        status = main(words, surroundings, out, err)
        return Ran(status, out.getvalue(), err.getvalue())

    return run_line


@pytest.fixture
def small(run: Run) -> Run:
    """Like `run`, on the small roadmap of tests/small.yaml."""
    return lambda text, **environ: run(
        (split(text) if isinstance(text, str) else text) + ["--roadmap", str(SMALL)], **environ
    )


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., str]:
    """Write a plan and return its path: `plan("- [ ] one")`."""

    def write(text: str, name: str = "plan.md") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


class Stream(io.StringIO):
    """A stream of an encoding, on a terminal or not."""

    def __init__(
        self, text: str = "", *, is_terminal: bool = False, encoding: str = "utf-8"
    ) -> None:
        super().__init__(text)
        self._is_terminal = is_terminal
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, text: str) -> int:
        text.encode(self._encoding)
        return super().write(text)


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Like `run`, on a terminal: `terminal("done a", width=40, answer="y")`."""

    def run_line(
        text: str | list[str],
        *,
        width: int = 80,
        answer: str = "",
        encoding: str = "utf-8",
        **environ: str,
    ) -> Ran:
        words = split(text) if isinstance(text, str) else text
        out, err = (Stream(is_terminal=True, encoding=encoding) for _ in range(2))
        monkeypatch.setattr(sys, "stdin", Stream(answer + "\n", is_terminal=True))
        surroundings = {
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": "en",
            "LLMROADMAP_DEVICE": "test",
            "COLUMNS": str(width),
            "TERM": "xterm-256color",
            "PAGER": "",
            **environ,
        }
        status = main(words, surroundings, out, err)
        return Ran(status, out.getvalue(), err.getvalue())

    return run_line


# Colours and weights (SGR), and links (OSC 8): all that a screen may send.
STYLING = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x07\x1b]*;[^\x07\x1b]*\x1b\\")


def without_styles(text: str) -> str:
    """What a terminal shows of `text`."""
    shown = STYLING.sub("", text)
    assert "\x1b" not in shown, repr(shown)
    return shown


def shared_folder() -> Path:
    """The folder of source texts and inputs that may lie beside the project; skip without it."""
    return shared_if_any() or pytest.skip("the shared inputs are not here")


def shared_if_any() -> Path | None:
    """The same, for who goes on without it."""
    named = os.environ.get("LLMROADMAP_SHARED")
    for parent in [Path(named)] if named else [p / "shared" for p in Path(__file__).parents]:
        if (parent / "content").is_dir():
            return parent
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was not run and why, a line for each tool that is missing."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"not run: {count} tests, {reason}")
