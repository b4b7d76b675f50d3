"""One holder at a time, whoever dies; those who wait are told, then refused."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from llmroadmap.filesystem import lock
from llmroadmap.filesystem.errors import CannotWrite, Locked
from llmroadmap.filesystem.lock import locked

HOLD = """
import sys
from llmroadmap.filesystem.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.communicate("\n")


def test_lock_is_private_and_can_be_had_again(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "a.lock"
    for _ in range(2):
        with locked(str(path)):
            assert path.read_text().strip() == str(os.getpid())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_held_lock_is_refused_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with holder(path) as process:
        with pytest.raises(Locked) as caught, locked(str(path), timeout=0.05):
            pytest.fail("two holders")
        assert caught.value.pid == process.pid
    with locked(str(path), timeout=0):
        pass


def test_who_waits_is_told_once_and_served(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    calls = []
    with holder(path) as process:

        def release() -> None:
            calls.append(1)
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()

        with locked(str(path), timeout=60, on_wait=release):
            assert calls == [1]


def test_who_need_not_wait_is_not_told(tmp_path: Path) -> None:
    with locked(str(tmp_path / "a.lock"), on_wait=lambda: pytest.fail("did not wait")):
        pass


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with holder(path) as process:
        process.kill()
        process.wait()
        with locked(str(path), timeout=0):
            pass


def test_an_error_lets_go(tmp_path: Path) -> None:
    path = str(tmp_path / "a.lock")
    with pytest.raises(ZeroDivisionError), locked(path):
        raise ZeroDivisionError
    with locked(path, timeout=0), pytest.raises(Locked), locked(path, timeout=0):
        pytest.fail("two holders in one process")


def test_patience_begins_anew_when_the_lock_changes_hands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(lock.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(lock.time, "sleep", lambda _: None)
    waiting = lock._Waiting(5, None)
    holders = iter([1, 1, 2, 2, 3, 3, 3])
    monkeypatch.setattr(lock, "_holder", lambda _: next(holders))
    for later in (0, 4, 4, 4, 4, 4):
        now[0] += later
        waiting.wait("a.lock", 0)
    now[0] += 4
    with pytest.raises(Locked):
        waiting.wait("a.lock", 0)


def test_a_lock_file_that_was_removed_meanwhile_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.lock"
    real, removed = lock._try_lock, []

    def remove_first(place: str, handle: int) -> bool:
        if not removed:
            removed.append(1)
            path.unlink()
        return real(place, handle)

    monkeypatch.setattr(lock, "_try_lock", remove_first)
    with locked(str(path)):
        with pytest.raises(Locked), locked(str(path), timeout=0):
            pytest.fail("two holders")


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"theirs")
    (tmp_path / "a.lock").symlink_to("victim")
    with pytest.raises(CannotWrite), locked(str(tmp_path / "a.lock")):
        pytest.fail("followed")
    assert (tmp_path / "victim").read_bytes() == b"theirs"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite), locked(str(tmp_path / "file" / "a.lock")):
        pytest.fail("locked nothing")


def test_a_disk_without_locks_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "")

    monkeypatch.setattr(lock.fcntl, "flock", refuse)
    with pytest.raises(CannotWrite) as caught, locked(str(tmp_path / "a.lock")):
        pytest.fail("locked nothing")
    assert caught.value.errno_name == "ENOLCK"


def test_on_a_full_disk_the_holder_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    path = str(tmp_path / "a.lock")
    monkeypatch.setattr(lock.os, "write", full)
    with locked(path), pytest.raises(Locked) as caught, locked(path, timeout=0):
        pytest.fail("two holders")
    assert caught.value.pid is None
