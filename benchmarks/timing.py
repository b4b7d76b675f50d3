"""Runs whole processes, piped or in a pseudo-terminal, in turn, and says how long they took."""

import os
import pty
import statistics
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ


@dataclass
class Case:
    """A command line; `words` is called with the number of the run, so that each may change another item."""

    name: str
    words: Callable[[int], list[str]]
    environ: Mapping[str, str] = field(default_factory=dict)
    tty: bool = False
    cwd: Path | None = None
    before: Callable[[], None] | None = None
    given: bytes = b""  # what it reads from its standard input
    times: list[float] = field(default_factory=list)
    peak: int = 0
    failed: str = ""

    @property
    def median(self) -> float:
        """Milliseconds."""
        return statistics.median(self.times) if self.times else float("nan")

    @property
    def spread(self) -> tuple[float, float]:
        """Return the fastest and the slowest run, in milliseconds."""
        return (min(self.times), max(self.times)) if self.times else (float("nan"),) * 2


def run_all(cases: list[Case], rounds: int) -> None:
    """Run every case once a round, so that whatever else the machine does falls on all of them."""
    for case in cases:
        _run(case, 0)  # warm: bytecode, caches, disk
    for number in range(1, rounds + 1):
        for case in cases:
            if not case.failed:
                case.times.append(_run(case, number))
    for case in cases:
        if not case.failed:
            case.peak = _peak(case, rounds + 1)


# A process counts the memory of the one that started it as its own peak: so a small one has to.
_LAUNCH = """
import os, sys
pid = os.fork()
if pid == 0:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execvp(sys.argv[1], sys.argv[1:])
print(os.wait4(pid, 0)[2].ru_maxrss)
"""


def _peak(case: Case, number: int) -> int:
    """Return the peak memory in kB of one more run, piped; a bare Python's is the least it can be."""
    if case.before:
        case.before()
    environ = _environ(case)
    words = [sys.executable, "-I", "-S", "-c", _LAUNCH, *case.words(number)]
    done = subprocess.run(
        words, env=environ, cwd=case.cwd, check=False, capture_output=True, input=case.given
    )
    return int(done.stdout or 0)


def _environ(case: Case) -> dict[str, str]:
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    common = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PAGER": "cat"}
    return environ | common | dict(case.environ)


def _run(case: Case, number: int) -> float:
    """Return the milliseconds of one run."""
    if case.before:
        case.before()
    environ = _environ(case)
    words = case.words(number)
    begin = time.perf_counter()
    process, screen = _start(case, words, environ)
    if case.given:
        process.stdin.write(case.given)
        process.stdin.close()
    printed = _drain(screen if case.tty else process.stdout.fileno())
    _, status = os.waitpid(process.pid, 0)
    took = (time.perf_counter() - begin) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if case.tty:
        os.close(screen)
    else:
        process.stdout.close()
    if process.returncode:
        case.failed = f"{' '.join(words)}: exit {process.returncode}: {printed[-300:]!r}"
    return took


def _start(case: Case, words: list[str], environ: Mapping[str, str]):
    if not case.tty:
        # An input that never ends: some peers read it where they see no terminal.
        process = subprocess.Popen(
            words,
            env=environ,
            cwd=case.cwd,
            stdin=subprocess.PIPE if case.given else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return process, -1
    screen, terminal = pty.openpty()
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
    process = subprocess.Popen(
        words, env=environ, cwd=case.cwd, stdin=terminal, stdout=terminal, stderr=terminal
    )
    os.close(terminal)
    return process, screen


def _drain(handle: int) -> bytes:
    printed = b""
    while True:
        try:
            piece = os.read(handle, 1 << 16)
        except OSError:  # a pseudo-terminal whose other end is closed
            return printed
        if not piece:
            return printed
        printed = (printed + piece)[-4000:]
