"""A lock between processes that the system lets go of when its holder dies, however it dies.

Ours, because the library for it costs 21 ms at every start.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from llmroadmap.filesystem.errors import CannotWrite, Locked
from llmroadmap.filesystem.files import errno_name
from llmroadmap.filesystem.folders import close_handle, make_folders

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

TIMEOUT = 5.0
_SAY_SO_AFTER = 0.3
_POLL = 0.01  # Always the same, so that who waits longest is not asked least.
_MOST_TIMEOUTS = 12  # times the patience: a long queue that moves on is no reason to give up
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def locked(
    path: str, *, timeout: float = TIMEOUT, on_wait: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold the lock at `path`; `Locked` where one holder keeps it for `timeout` seconds.

    `on_wait` is called once, when the waiting begins to be noticed.
    """
    handle = _acquire(path, _Waiting(timeout, on_wait))
    try:
        yield
    finally:
        close_handle(handle)  # which unlocks


def _acquire(path: str, waiting: "_Waiting") -> int:
    while True:
        handle = _open(path)
        try:
            while not _try_lock(path, handle):
                waiting.wait(path, handle)
            if _is_still_at(path, handle):
                _sign(handle)
                return handle
        except BaseException:
            close_handle(handle)
            raise
        close_handle(handle)  # Somebody removed the file while we waited: lock the new one.


def _open(path: str) -> int:
    try:
        make_folders(os.path.dirname(path))
        return os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o600)
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error


def _try_lock(path: str, handle: int) -> bool:
    try:
        if sys.platform == "win32":
            # A byte far away, because there nobody else could read a locked one.
            os.lseek(handle, 1 << 30, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error
    return True


def _is_still_at(path: str, handle: int) -> bool:
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return False
    mine = os.fstat(handle)
    return (there.st_ino, there.st_dev) == (mine.st_ino, mine.st_dev)


def _sign(handle: int) -> None:
    """Say who holds the lock, for those who wait; on a full disk they do without."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid():<10}\n".encode())
    except OSError:
        pass


def _holder(handle: int) -> int | None:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        signature = os.read(handle, 11).strip()
    except OSError:
        return None
    return int(signature) if signature.isdigit() else None


class _Waiting:
    """How long we have waited, and for whom: patience begins anew when the lock changes hands."""

    def __init__(self, timeout: float, on_wait: Callable[[], None] | None) -> None:
        self.timeout = timeout
        self.on_wait = on_wait
        self.since: float | None = None
        self.holder: int | None = None
        self.holder_since = 0.0

    def wait(self, path: str, handle: int) -> None:
        """Wait a moment, or raise `Locked`."""
        now = time.monotonic()
        holder = _holder(handle)
        if self.since is None:
            self.since = now
        if holder != self.holder or not self.holder_since:
            self.holder, self.holder_since = holder, now
        if (
            now - self.holder_since >= self.timeout
            or now - self.since >= self.timeout * _MOST_TIMEOUTS
        ):
            raise Locked(path, holder)
        if self.on_wait is not None and now - self.since >= _SAY_SO_AFTER:
            self.on_wait()
            self.on_wait = None
        time.sleep(min(_POLL, self.timeout))
