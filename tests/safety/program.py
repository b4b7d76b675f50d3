"""The real program in a process and a home of its own, to be crowded, starved, traced and killed."""

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SMALL = Path(__file__).parents[1] / "small.yaml"
SOURCE = Path(__file__).parents[2] / "src"
NOW = "2026-11-24T20:00:00+08:00"
# The steps of tests/small.yaml that count, in an order in which they can be done.
STEPS = ("a.1", "a.2", "a.code", "b.1", "b.2", "c.paper", "c.note")
# What can change the disk; of openat, only the calls that may make a file.
WRITE_SIDE = (
    "openat",
    "mkdir",
    "write",
    "fsync",
    "fchmod",
    "fchown",
    "flock",
    "link",
    "rename",
    "unlink",
)
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes are POSIX")


class Ended(NamedTuple):
    """How a process ended, and what it said."""

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
        return json.loads(self.out)["error"]


class Point(NamedTuple):
    """The `number`th call of `name` since the process was started."""

    name: str
    number: int


class Program:
    """Starts `python -m llmroadmap` in one home, with the small roadmap."""

    def __init__(self, home: Path, roadmap: Path = SMALL) -> None:
        self.home = home
        self.roadmap = roadmap

    @property
    def progress(self) -> Path:
        """The progress file."""
        return self.home / "data" / "progress" / "small.json"

    def environ(self, **more: str) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
        kept.pop("COLUMNS", None)
        mine = {
            "PYTHONPATH": os.pathsep.join([str(SOURCE), *filter(None, sys.path[1:])]),
            "PYTHONWARNINGS": "error",
            "LLMROADMAP_HOME": str(self.home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": "en",
            "LLMROADMAP_DEVICE": "test",
            "LC_ALL": "C.UTF-8",
        }
        return {k: v for k, v in {**kept, **mine, **more}.items() if v != "unset"}

    def command(self, line: str | Sequence[str]) -> list[str]:
        words = line.split() if isinstance(line, str) else list(line)
        return [sys.executable, "-m", "llmroadmap", *words, "--roadmap", str(self.roadmap)]

    def start(
        self, line: str | Sequence[str], before: Callable[[], None] | None = None, **environ: str
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            self.command(line),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environ(**environ),
            preexec_fn=before,
        )

    def run(
        self, line: str | Sequence[str], before: Callable[[], None] | None = None, **environ: str
    ) -> Ended:
        return ended(self.start(line, before, **environ))

    def traced(self, line: str, *options: str, **environ: str) -> Ended:
        """Run a line under strace; `-B`, so that no bytecode is written meanwhile."""
        return ended(
            subprocess.Popen(
                ["strace", *options, *self.command(line)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self.environ(PYTHONDONTWRITEBYTECODE="1", **environ),
            )
        )

    def calls(self, line: str, log: Path) -> list[tuple[Point, str]]:
        """Return the write-side calls of one run, the last being the answer."""
        details = f"trace={','.join(WRITE_SIDE)}"
        done = self.traced(line, "-o", str(log), "-s", "300", "-e", details)
        assert done.status == 0, done.err
        counts: dict[str, int] = {}
        calls = []
        for text in log.read_text(errors="replace").splitlines():
            found = _CALL.match(text)
            if found is None:
                continue
            name, rest = found.groups()
            counts[name] = counts.get(name, 0) + 1
            if name != "openat" or "O_CREAT" in rest:
                calls.append((Point(name, counts[name]), rest))
        assert calls[-1][1].startswith("1, "), "the answer comes last"
        return calls

    def events(self) -> list[dict[str, Any]]:
        """Return the events on disk, which must be whole."""
        if not self.progress.exists():
            return []
        events: list[dict[str, Any]] = json.loads(self.progress.read_bytes())["events"]
        ids = [event["id"] for event in events]
        assert len(ids) == len(set(ids)), "an event is there twice"
        return events

    def keep(self, at: Path) -> None:
        """Keep a copy of the home as it is; copies of progress belong to a path, so it moves not."""
        shutil.copytree(self.home, at, symlinks=True)

    def back_to(self, kept: Path) -> None:
        """Make the home what it was when it was kept."""
        shutil.rmtree(self.home)
        shutil.copytree(kept, self.home, symlinks=True)

    def unmatched_items(self) -> list[Path]:
        """Return temporary files, of which none may stay."""
        return list(self.home.rglob(".llmroadmap-*"))


def ended(process: "subprocess.Popen[bytes]") -> Ended:
    """Wait for a process; whatever happened to it, it must not end in a traceback."""
    out, err = process.communicate(timeout=120)
    said = err.decode("utf-8", "replace")
    assert "Traceback" not in said, said
    return Ended(process.returncode, out.decode("utf-8", "replace"), said)


def plan(folder: Path, steps: int) -> Path:
    """Write a roadmap `small` of that many steps, `x.1` and so on, and return its path."""
    path = folder / "many.yaml"
    lines = ["format: 1", "id: small", "title: Many", "stages:", "  - id: s1", "    title: One"]
    lines += ["    items:", "      - id: x", "        title: Course", "        items:"]
    lines += [f"          - {{id: {n}, title: Step {n}}}" for n in range(1, steps + 1)]
    path.write_text("\n".join(lines) + "\n")
    return path


def as_others_are() -> None:
    """Give up root's right to read and write everything, before the program starts."""
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def can_be_refused(folder: Path) -> bool:
    """Tell whether permissions mean anything to the programs that we start."""
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    code = f"open({str(closed / 'file')!r}, 'w')"
    line = [sys.executable, "-S", "-c", code]
    tried = subprocess.run(line, preexec_fn=as_others_are, capture_output=True, check=False)
    closed.chmod(0o700)
    return tried.returncode != 0
