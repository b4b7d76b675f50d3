"""Killed at any moment: the old state or the new one, what was acknowledged is there, life goes on."""

import random
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from safety.program import Ended, Point, Program, ended, needs_posix, needs_strace, plan

KILLED = -9


def damaged(program: Program) -> None:
    program.progress.write_bytes(program.progress.read_bytes()[:-4])


def nothing(program: Program) -> None:
    pass


# What is done to the home first, the line, and how many steps are done before and after it.
LINES = {
    "done": (nothing, "done a.2", 2, 3),
    "undo": (nothing, "undo", 2, 1),
    "restore": (nothing, "restore previous --yes", 2, 1),
    "restore what is damaged": (damaged, "restore --yes", None, 2),
}


def refused(program: Program, ran: Ended) -> None:
    """What is refused is told in one message, and leaves nothing behind."""
    assert ran.status == 1, ran
    assert ran.err.startswith("Error: "), ran.err
    assert program.unmatched_items() == []


def check_after(program: Program, name: str, *, acknowledged: bool) -> None:
    """The old state or the new one, and the next command works."""
    _, _, old, new = LINES[name]
    status = program.run("status --json")
    if old is None and status.status == 1 and not acknowledged:
        assert status.error["code"] == "progress-damaged"
        assert program.run("restore --yes").status == 0
        status = program.run("status --json")
    found = status.data["done"]
    assert found == new or (found == old and not acknowledged), found
    before = program.events()
    assert program.run("done a.code").status == 0
    after = program.events()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1
    assert program.unmatched_items() == []


def interfere(program: Program, tmp_path: Path, name: str, how: str, step: int = 1) -> int:
    """Run a line once for every `step`th write-side call of it, that call being fatal or refused."""
    prepare, line, _, _ = LINES[name]
    prepare(program)
    kept = tmp_path / "kept"
    program.keep(kept)
    program.back_to(kept)
    calls = program.calls(line, tmp_path / "log")
    points = [point for point, _ in calls][::-step]  # The answer is always among them.
    for point in points:
        program.back_to(kept)
        ran = program.traced(line, *injected(point, how))
        if how.startswith("signal"):
            assert ran.status == KILLED, (point, ran)
        elif ran.status:
            refused(program, ran)
        check_after(program, name, acknowledged=ran.status == 0 or len(ran.out) > 1)
    return len(points)


def injected(point: Point, how: str) -> Iterable[str]:
    inject = f"inject={point.name}:{how}:when={point.number}"
    return "-o", "/dev/null", "-e", f"trace={point.name}", "-e", inject


@needs_strace
def test_done_is_killed_at_its_write_side_calls(program: Program, tmp_path: Path) -> None:
    assert interfere(program, tmp_path, "done", "signal=KILL", step=3) >= 5


@needs_strace
@pytest.mark.long
@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("how", ["signal=KILL", "error=ENOSPC", "error=EIO", "error=EROFS"])
def test_every_write_side_call_of_every_change(
    program: Program, tmp_path: Path, name: str, how: str
) -> None:
    points = interfere(program, tmp_path, name, how)
    print(f"{name}, {how}: {points} points, nothing lost")
    assert points >= 10


@needs_strace
@pytest.mark.parametrize("line", ["done a.2", "undo", "restore previous --yes"])
def test_flushed_before_it_is_named_and_named_before_it_is_told(
    program: Program, tmp_path: Path, line: str
) -> None:
    """No file of zeros after a power cut: data to disk, then the name, then the folder, then you."""
    folder = program.progress.parent
    options = ["-y", "-o", str(tmp_path / "log"), "-e", "trace=write,fsync,rename"]
    assert program.traced(line, *options).status == 0
    steps = []
    for text in (tmp_path / "log").read_text(errors="replace").splitlines():
        if text.startswith("rename(") and f'"{program.progress}")' in text:
            steps.append("name")
        elif text.startswith("fsync(") and f"<{folder}/.llmroadmap-" in text:
            steps.append("flush data")
        elif text.startswith("fsync(") and f"<{folder}>" in text:
            steps.append("flush folder")
        elif text.startswith("write(") and f"<{folder}/.llmroadmap-" in text:
            steps += ["write"] if steps[-1:] != ["write"] else []  # the old events, then the new
        elif text.startswith("write(1<"):
            steps.append("answer")
    assert steps == ["write", "flush data", "name", "flush folder", "answer"]


def kill_at_random(tmp_path: Path, times: int) -> int:
    """Kill one `done` after the other at a random moment; return how many were acknowledged."""
    chance = random.Random(11)
    program = Program(tmp_path / "home", plan(tmp_path, times))
    started = time.monotonic()
    assert program.run("done x.1").status == 0
    longest = max(time.monotonic() - started, 0.1)
    acknowledged = {"x.1"}
    for number in range(2, times + 1):
        process = program.start(f"done x.{number}")
        time.sleep(chance.random() * longest)
        process.kill()
        ran = ended(process)
        if f"x.{number}" in ran.out:
            acknowledged.add(f"x.{number}")
        items = [event["item"] for event in program.events()]
        assert len(items) == len(set(items))
        assert acknowledged <= set(items)
    assert program.run("status --json").data["done"] >= len(acknowledged)
    return len(acknowledged)


@needs_posix
def test_some_random_kills(tmp_path: Path) -> None:
    kill_at_random(tmp_path, 12)


@needs_posix
@pytest.mark.long
def test_a_hundred_random_kills(tmp_path: Path) -> None:
    survived = kill_at_random(tmp_path, 101)
    print(f"100 random kills: {survived} acknowledged, nothing lost")
