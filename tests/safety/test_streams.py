"""Closed, full, slow or narrow output, and Ctrl-C in every phase: one message at most, no traceback."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from safety.program import Ended, Point, Program, ended, needs_posix, needs_strace

pytestmark = needs_posix

LOOKS = ("status", "list", "next", "doctor", "--help")
INTERRUPTED = 130


def in_shell(program: Program, line: str, **environ: str) -> Ended:
    """Run a line of sh, in which `$LLM` is the program."""
    words = " ".join(program.command([])[:3])
    return ended(
        subprocess.Popen(
            ["sh", "-c", line.replace("$LLM", words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=program.environ(LLMROADMAP_ROADMAP=str(program.roadmap), **environ),
        )
    )


def status_of(program: Program, line: str, **environ: str) -> Ended:
    """Run a line of sh; its status is that of the program, whatever reads it."""
    code = program.home.parent / "code"
    ran = in_shell(program, line.replace("$LLM", f"{{ $LLM; echo $? >{code}; }}", 1), **environ)
    return ran._replace(status=int(code.read_text()))


@pytest.mark.parametrize("line", LOOKS)
def test_who_reads_no_further_has_read_enough(program: Program, line: str) -> None:
    ran = in_shell(program, f"$LLM {line} | head -1")
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    gone = in_shell(program, f"$LLM {line} | true")
    assert gone.err == ""


@pytest.mark.parametrize(
    "line", ["status", "list --json", "--help", "--version", "done a.2", "done a.2 --json"]
)
@pytest.mark.parametrize("output", ["/dev/full", "&-"])
def test_an_answer_that_cannot_be_written(program: Program, line: str, output: str) -> None:
    if output == "/dev/full" and not os.path.exists(output):
        pytest.skip("/dev/full is not here")
    ran = in_shell(program, f"$LLM {line} >{output}")
    assert ran.status == 1
    assert ran.err.startswith("Error: The answer could not be written to standard output: ")
    if line.startswith("done"):  # The tick is on disk all the same, and the message says so.
        assert "is saved" in ran.err
        assert program.events()[-1]["item"] == "a.2"


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&-", "<&- >&- 2>&-"])
def test_other_closed_streams(program: Program, streams: str) -> None:
    ran = in_shell(program, f"$LLM done a.2 {streams}")
    assert ran.status == (1 if ">&- 2" in streams else 0)
    assert ran.err == ""
    assert len(program.events()) == 3
    for path in program.home.rglob("*.json"):
        assert b"Error" not in path.read_bytes(), "no message may end up in a file"
    wrong = in_shell(program, f"$LLM done nothing-like-it {streams}")
    assert wrong.status == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp936"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_code_page(program: Program, encoding: str, lang: str) -> None:
    for line in ("list", "doctor", "done nothing", "status --json"):
        ran = program.run(line, PYTHONIOENCODING=encoding, LLMROADMAP_LANG=lang)
        assert ran.status in (0, 2), ran
        assert ran.out or ran.err


def test_a_locale_without_unicode(program: Program) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for line in ("status", "list", "status --lang zh"):
        assert program.run(line, **plain).status == 0
    odd = program.run(["done", os.fsdecode(b"a.\xff")], **plain)
    assert odd.status == 2


@pytest.mark.parametrize("width", [20, 40])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_narrow_terminal(program: Program, width: int, lang: str) -> None:
    import fcntl
    import pty
    import struct
    import termios

    for line in ("status", "list", "doctor", "backup", "done nothing"):
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        with subprocess.Popen(
            program.command(line),
            stdin=child,
            stdout=child,
            stderr=child,
            env=program.environ(LLMROADMAP_LANG=lang, TERM="xterm"),
        ) as process:
            os.close(child)
            shown = read_all(parent)
        assert process.returncode in (0, 2)
        assert "Traceback" not in shown
        assert shown.strip()


def read_all(handle: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(handle, 65536)
        except OSError:  # On Linux, so ends what a closed terminal had to say.
            break
        if not part:
            break
        parts.append(part)
    os.close(handle)
    return b"".join(parts).decode("utf-8", "replace")


def interrupted_at(program: Program, line: str, point: Point) -> Ended:
    inject = f"inject={point.name}:signal=INT:when={point.number}"
    options = ["-o", "/dev/null", "-e", f"trace={point.name}", "-e", inject]
    # Python warns of the file that it was importing from: shown to nobody who did not ask.
    return program.traced(line, *options, PYTHONWARNINGS="unset")


def phases(program: Program, line: str, log: Path) -> list[Point]:
    """Return the calls of a run from where our own code begins to where it has answered."""
    details = "trace=openat,read,write,fsync,rename,flock,link"
    assert program.traced(line, "-o", str(log), "-s", "300", "-e", details).status == 0
    counts: dict[str, int] = {}
    points, begun = [], False
    for text in log.read_text(errors="replace").splitlines():
        found = re.match(r"(\w+)\(", text)
        if found is None:
            continue
        counts[found[1]] = counts.get(found[1], 0) + 1
        begun = begun or "llmroadmap/cli." in text or "llmroadmap/__pycache__/cli." in text
        if begun:
            points.append(Point(found[1], counts[found[1]]))
    return points


def interrupt(program: Program, tmp_path: Path, line: str, step: int) -> int:
    kept = tmp_path / "kept"
    program.keep(kept)
    program.back_to(kept)
    before = len(program.events())
    points = phases(program, line, tmp_path / "log")[::step]
    for point in points:
        program.back_to(kept)
        ran = interrupted_at(program, line, point)
        assert ran.status == INTERRUPTED or (ran.status == 0 and ran.out), (point, ran)
        assert ran.err == "", (point, ran)
        assert before <= len(program.events()) <= before + 1
        assert program.unmatched_items() == []
        assert program.run("done a.code").status == 0
    return len(points)


@needs_strace
def test_ctrl_c(program: Program, tmp_path: Path) -> None:
    assert interrupt(program, tmp_path, "done a.2", step=60) > 3


@needs_strace
@pytest.mark.long
@pytest.mark.parametrize("line", ["done a.2", "undo", "status"])
def test_ctrl_c_in_every_phase(program: Program, tmp_path: Path, line: str) -> None:
    points = interrupt(program, tmp_path, line, step=5)
    print(f"Ctrl-C, {line}: {points} points, status 130 and nothing half-written")


def test_ctrl_c_while_it_waits_for_the_lock(program: Program) -> None:
    import fcntl

    (lock,) = (program.home / "data" / "locks").iterdir()
    with lock.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = program.start("done a.2")
        assert process.stderr is not None
        said = process.stderr.readline()
        assert b"Waiting" in said
        process.send_signal(signal.SIGINT)
        assert ended(process).status == INTERRUPTED
    assert len(program.events()) == 2
    assert program.run("done a.2").status == 0


def test_a_lock_that_is_never_let_go(program: Program) -> None:
    import fcntl

    (lock,) = (program.home / "data" / "locks").iterdir()
    with lock.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert program.run("status").status == 0, "who only looks waits for nobody"
        ran = program.run("done a.2")
    assert ran.status == 1
    assert "Nothing was changed." in ran.err
    assert len(program.events()) == 2


def test_no_answer_where_nobody_can_give_one(program: Program) -> None:
    ran = program.run("restore")
    assert ran.status == 2
    assert "--yes" in ran.err
    assert len(program.events()) == 2
