"""The learner's progress on disk: read without leave, changed under a lock, never shortened.

A command that only looks has its fold in the cache: what reads, checks and writes the file is
imported by who does that.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from llmroadmap.filesystem.errors import NotAFile, TooBig
from llmroadmap.filesystem.files import fingerprint, read_whole, real_file
from llmroadmap.storage.errors import ProgressDamaged, ProgressError, ProgressMissing

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event
    from llmroadmap.storage.backups import Backups
    from llmroadmap.storage.progress_change import Change


class ProgressFile:
    """One roadmap's progress file, with its lock and its backups in the data folder."""

    def __init__(self, path: str, data_folder: str, roadmap_id: str) -> None:
        self.path = path
        self.roadmap_id = roadmap_id
        # By the real path, so that all links to one file share its lock and its backups.
        # Of one in our data folder only the place there counts, so that it may be moved as a whole.
        real = os.path.realpath(path)
        data = os.path.realpath(data_folder) + os.sep
        name = f"{_safe(roadmap_id)}-{_key(real.removeprefix(data).replace(os.sep, '/'))}"
        self.lock_path = os.path.join(data_folder, "locks", name + ".lock")
        self._backups = os.path.join(data_folder, "backups", name)

    @cached_property
    def backups(self) -> "Backups":
        """Return the copies of the file."""
        from llmroadmap.storage.backups import Backups

        return Backups(self._backups, self.roadmap_id)

    def names_beside(self) -> list[str]:
        """Return the files beside it whose names begin as its own does, unread."""
        folder, own = os.path.split(os.path.realpath(self.path))
        stem = own.removesuffix(".json")
        try:
            names = os.listdir(folder)
        except OSError:
            return []
        return [os.path.join(folder, n) for n in sorted(names) if n.startswith(stem) and n != own]

    def may_have_lost(self) -> bool:
        """Tell, for the price of a look, whether the file may lack events that it once had."""
        return self.backups.may_be_richer(os.path.realpath(self.path))

    def fingerprint(self) -> str | None:
        """Return what changes whenever the file does; None where there is none."""
        return fingerprint(self.path)

    def read(self) -> list["Event"]:
        """Return the events; none only where there never was a file."""
        return self.read_with_fingerprint()[0]

    def read_with_fingerprint(self) -> tuple[list["Event"], str | None]:
        """Return the events and the fingerprint of exactly the file that held them."""
        data, seen = self.read_bytes()
        return ([] if data is None else self.decode(data)), seen

    def read_bytes(self) -> tuple[bytes | None, str | None]:
        """Return the file as it is and its fingerprint; two None where there never was one."""
        from llmroadmap.storage.backups import LIMIT

        try:
            return read_whole(real_file(self.path), LIMIT)
        except FileNotFoundError:
            self._check_never_was()
            return None, None
        except (NotAFile, TooBig) as error:
            raise self.unusable(error) from error

    def unusable(self, error: NotAFile | TooBig) -> ProgressError:
        """Return the error for a file that is none, or too big to be read."""
        found = error.kind if isinstance(error, NotAFile) else str(error.size)
        return self.with_backups(ProgressDamaged(self.path, error.code, found=found))

    def decode(self, data: bytes) -> list["Event"]:
        """Return the events in the file's bytes, or raise what is wrong with them."""
        from llmroadmap.storage.progress_format import decode

        try:
            return decode(data, self.roadmap_id, self.path)
        except ProgressError as error:
            raise self.with_backups(error) from error.__cause__

    @contextmanager
    def change(
        self,
        on_wait: Callable[[], None] | None = None,
        *,
        timeout: float | None = None,
        today: str | None = None,
    ) -> Iterator["Change"]:
        """Hold the lock and give what changes the file; `today` names the day's backup."""
        from llmroadmap.filesystem.lock import TIMEOUT, locked
        from llmroadmap.storage.progress_change import Change

        seconds = TIMEOUT if timeout is None else timeout
        with locked(self.lock_path, timeout=seconds, on_wait=on_wait):
            yield Change(self, today or time.strftime("%Y-%m-%d"))

    def _check_never_was(self) -> None:
        if os.path.islink(self.path):
            target = os.path.realpath(self.path)
            raise self.with_backups(ProgressMissing(self.path, target))
        if self.backups.count():
            raise self.with_backups(ProgressMissing(self.path))

    def with_backups(self, error: ProgressError) -> ProgressError:
        """Return the error, with what it says of the copies there are."""
        error.backups = self.backups.count()
        error.backup_folder = self.backups.folder
        return error


def _safe(name: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60]


def _key(path: str) -> str:
    """Return a short name for a path (FNV-1a, 64 bits: importing hashlib would cost 3 ms)."""
    key = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.normcase(path)):
        key = (key ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{key:016x}"
