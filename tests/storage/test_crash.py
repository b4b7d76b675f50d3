"""Killed, or refused by the disk, at any moment: the old file or the new one, and life goes on."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from llmroadmap.storage.restore import restore
from storage.one_change import append, progress_file

PROGRAM = str(Path(__file__).with_name("one_change.py"))
# What can change the disk; of openat, the calls that may make a file.
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
    "close",
)
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


class Point(NamedTuple):
    """The `number`th call of `name` since the program was started."""

    name: str
    number: int


def command(folder: Path, words: list[str]) -> list[str]:
    return [sys.executable, "-S", "-B", PROGRAM, str(folder), *words]


def run_traced(folder: Path, words: list[str], *options: str) -> "subprocess.CompletedProcess[str]":
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[1:])}
    line = ["strace", *options, *command(folder, words)]
    return subprocess.run(line, capture_output=True, text=True, env=environ, check=False)


def details(folder: Path, words: list[str], log: Path) -> list[tuple[Point, str]]:
    """Return the write-side calls of one run, from where it begins to where it has answered."""
    done = run_traced(folder, words, "-o", str(log), "-e", "trace=" + ",".join(WRITE_SIDE))
    assert done.stdout.endswith("acknowledged\n"), done.stderr
    counts: dict[str, int] = {}
    calls = []
    begun = False
    for line in log.read_text().splitlines():
        found = CALL.match(line)
        if found is None:
            continue
        name, rest = found.groups()
        counts[name] = counts.get(name, 0) + 1
        if name == "write" and '"begin' in rest:
            begun = True
        elif begun and (name != "openat" or "O_CREAT" in rest):
            calls.append((Point(name, counts[name]), rest))
        if name == "write" and '"acknowledged' in rest:
            break
    return calls


def ids(folder: Path) -> list[str]:
    return [event["id"] for event in progress_file(str(folder)).read()]


def nothing(_: Path) -> None:
    pass


def two_days(folder: Path) -> None:
    file = progress_file(str(folder))
    for name, day in (("1", "2026-11-23"), ("2", "2026-11-24"), ("3", "2026-11-24")):
        append(file, name, day)


def damaged(folder: Path) -> None:
    two_days(folder)
    path = folder / "llm.json"
    path.write_bytes(path.read_bytes()[:-4])


def linked(folder: Path) -> None:
    two_days(folder)
    (folder / "llm.json").rename(folder / "real.json")
    (folder / "llm.json").symlink_to("real.json")


# What was there, what is done, and what may be there afterwards: the old or the new.
CHANGES = {
    "first change": (nothing, ["append", "new"], [], ["new"]),
    "one more": (two_days, ["append", "new"], ["1", "2", "3"], ["1", "2", "3", "new"]),
    "first of a day": (
        two_days,
        ["append", "new", "2026-11-25"],
        ["1", "2", "3"],
        ["1", "2", "3", "new"],
    ),
    "through a link": (linked, ["append", "new"], ["1", "2", "3"], ["1", "2", "3", "new"]),
    "restore": (two_days, ["restore", "2026-11-24"], ["1", "2", "3"], ["1"]),
    "restore what is damaged": (damaged, ["restore"], None, ["1", "2", "3"]),
}


def check_after(folder: Path, change: str, *, acknowledged: bool) -> None:
    """Assert that the file is the old or the new one, whole, and that life goes on."""
    _, _, old, new = CHANGES[change]
    path = folder / "llm.json"
    if old is None and not acknowledged and path.read_bytes() == _damaged_bytes(folder):
        restore(progress_file(str(folder)))  # The damage is there still, and can be mended.
    found = ids(folder)
    assert found == new or (found == old and not acknowledged), found
    append(progress_file(str(folder)), "next", "2026-11-26")
    assert ids(folder) == [*found, "next"]
    assert list(folder.rglob(".llmroadmap-*")) == []
    assert path.is_symlink() == (change == "through a link")


def _damaged_bytes(folder: Path) -> bytes:
    return (folder.parent / "damaged").read_bytes()


def prepare(tmp_path: Path, change: str, name: str) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    CHANGES[change][0](folder)
    if CHANGES[change][2] is None:
        (tmp_path / "damaged").write_bytes((folder / "llm.json").read_bytes())
    return folder


def interfere_everywhere(tmp_path: Path, change: str, how: str) -> int:
    """Run the change once for every write-side call of it, with that call refused or fatal."""
    words = CHANGES[change][1]
    calls = details(prepare(tmp_path, change, "whole"), words, tmp_path / "log")
    for number, (point, _) in enumerate(calls):
        folder = prepare(tmp_path, change, str(number))
        inject = f"inject={point.name}:{how}:when={point.number}"
        options = ["-o", "/dev/null", "-e", f"trace={point.name}", "-e", inject]
        done = run_traced(folder, words, *options)
        if how.startswith("signal"):
            assert done.returncode == -signal.SIGKILL, (point, done.stderr)
        elif done.returncode and point != calls[-1][0]:  # The last is the answer itself.
            assert done.stderr.startswith("begin\nllmroadmap: cannot"), (point, done.stderr)
            assert point.name == "unlink" or list(folder.rglob(".llmroadmap-*")) == []
        check_after(folder, change, acknowledged="acknowledged" in done.stdout)
        shutil.rmtree(folder)
    return len(calls)


KILL = "signal=KILL"


@strace
@pytest.mark.parametrize("how", [KILL, "error=ENOSPC"])
def test_at_every_call_of_one_change(tmp_path: Path, how: str) -> None:
    assert interfere_everywhere(tmp_path, "one more", how) > 10


@strace
@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("how", [KILL, "error=ENOSPC", "error=EIO", "error=EACCES", "error=EROFS"])
def test_at_every_call_of_every_change(tmp_path: Path, change: str, how: str) -> None:
    assert interfere_everywhere(tmp_path, change, how) > 10


@strace
@pytest.mark.parametrize("change", ["first change", "one more", "through a link"])
def test_flushed_before_and_after_the_rename(tmp_path: Path, change: str) -> None:
    """No file of zeros after a power cut: data to disk, then the name, then the folder."""
    folder = prepare(tmp_path, change, "whole")
    options = ["-y", "-o", str(tmp_path / "log"), "-e", "trace=write,fsync,rename"]
    done = run_traced(folder, CHANGES[change][1], *options)
    assert done.stdout == "acknowledged\n"
    steps = []
    for line in (tmp_path / "log").read_text().splitlines():
        if line.startswith("rename(") and re.search(r'"[^"]*/(llm|real)\.json"\) += 0', line):
            steps.append("rename")
        elif line.startswith("fsync(") and f"<{folder}/.llmroadmap-" in line:
            steps.append("fsync of data")
        elif line.startswith("fsync(") and f"<{folder}>" in line:
            steps.append("fsync of folder")
        elif line.startswith("write(") and f"<{folder}/.llmroadmap-" in line:
            steps += ["write"] if steps[-1:] != ["write"] else []  # the old events, then the new
        elif "acknowledged" in line:
            steps.append("answer")
    if change == "first change":  # The folder of data is new too, so its entry is flushed.
        assert steps.pop(0) == "fsync of folder"
    assert steps == ["write", "fsync of data", "rename", "fsync of folder", "answer"]


@pytest.mark.long
def test_killed_at_random(tmp_path: Path) -> None:
    """A hundred programs that write one event after the other, each killed at a random moment."""
    chance = random.Random(5)
    folder = tmp_path / "home"
    folder.mkdir()
    acknowledged: set[str] = set()
    for run in range(100):
        environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[1:])}
        process = subprocess.Popen(
            command(folder, ["many", str(run), "1000"]),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ,
        )
        time.sleep(0.1 + chance.random() * 0.2)
        process.kill()
        out = process.communicate()[0].decode()
        acknowledged.update(line for line in out.split("\n")[:-1] if "-" in line)
        found = ids(folder)
        assert len(found) == len(set(found))
        assert acknowledged <= set(found)
    assert len(acknowledged) > 100
