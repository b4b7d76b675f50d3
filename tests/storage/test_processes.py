"""Any number of processes at once: every acknowledged event is there, once; readers see whole files."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from llmroadmap.storage.restore import restore
from storage.one_change import progress_file

PROGRAM = str(Path(__file__).with_name("one_change.py"))


def start(folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-S", "-B", PROGRAM, str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[1:])},
        text=True,
    )


def write_at_once(folder: Path, processes: int, events: int) -> None:
    running = [start(folder, "many", str(number), str(events)) for number in range(processes)]
    file = progress_file(str(folder))
    seen = 0
    while any(process.poll() is None for process in running):
        now = len(file.read())  # Raises where a reader sees half a file.
        assert now >= seen
        seen = now
        try:
            running[0].wait(0.02)
        except subprocess.TimeoutExpired:
            pass
    for process in running:
        out, err = process.communicate()
        assert process.returncode == 0, err
        assert out.endswith("acknowledged\n")
    ids = [event["id"] for event in file.read()]
    assert len(ids) == len(set(ids)) == processes * events
    assert set(ids) == {f"{p}-{e}" for p in range(processes) for e in range(events)}


def test_some_processes_on_one_file(tmp_path: Path) -> None:
    write_at_once(tmp_path, 4, 10)


@pytest.mark.long
def test_sixteen_processes_with_fifty_events_each(tmp_path: Path) -> None:
    write_at_once(tmp_path, 16, 50)


def test_the_dead_block_nobody(tmp_path: Path) -> None:
    process = start(tmp_path, "many", "killed", "100000")
    assert process.stdout is not None
    acknowledged = [process.stdout.readline() for _ in range(3)]
    process.kill()
    acknowledged += process.communicate()[0].split("\n")
    write_more = start(tmp_path, "append", "after")
    assert write_more.communicate()[0] == "acknowledged\n"
    ids = {event["id"] for event in progress_file(str(tmp_path)).read()}
    assert {line.strip() for line in acknowledged if line.strip()} | {"after"} <= ids


def test_restores_in_between(tmp_path: Path) -> None:
    """A restore takes back what came after its copy; the copy it makes of that has everything."""
    file = progress_file(str(tmp_path))
    kept = []
    with start(tmp_path, "many", "w", "100") as writer:
        while writer.poll() is None:
            if file.backups.count() and len(kept) < 10:
                kept.append(restore(file, "2026-11-24", timeout=60).kept_as)
            time.sleep(0.01)
        assert writer.stdout is not None
        assert writer.stdout.read().endswith("acknowledged\n")
    found = {event["id"] for event in file.read()}
    for name in kept:
        assert name is not None
        found |= {event["id"] for event in file.decode(file.backups.read(file.backups.find(name)))}
    assert found == {f"w-{number}" for number in range(100)}
    assert kept
