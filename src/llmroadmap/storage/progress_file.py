"""The learner's progress on disk: read without leave, changed under a lock, never shortened."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from llmroadmap.filesystem.errors import CannotWrite, ChangedMeanwhile, NotAFile, TooBig
from llmroadmap.filesystem.files import (
    Pieces,
    fingerprint,
    read_ends,
    read_pieces,
    read_whole,
    real_file,
    write_atomically,
)
from llmroadmap.filesystem.lock import TIMEOUT, locked
from llmroadmap.storage.backups import LIMIT, Backups
from llmroadmap.storage.errors import ProgressDamaged, ProgressError, ProgressMissing
from llmroadmap.storage.progress_format import TRAILER, addition, decode, encode, header

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

_ATTEMPTS = 5


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
        self.backups = Backups(os.path.join(data_folder, "backups", name), roadmap_id)

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
        try:
            return decode(data, self.roadmap_id, self.path)
        except ProgressError as error:
            raise self.with_backups(error) from error.__cause__

    @contextmanager
    def change(
        self,
        on_wait: Callable[[], None] | None = None,
        *,
        timeout: float = TIMEOUT,
        today: str | None = None,
    ) -> Iterator["Change"]:
        """Hold the lock and give what changes the file; `today` names the day's backup."""
        with locked(self.lock_path, timeout=timeout, on_wait=on_wait):
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


class Change:
    """A progress file under its lock."""

    def __init__(self, file: ProgressFile, today: str) -> None:
        self._file = file
        self._today = today
        self._valid: str | None = None  # the fingerprint of bytes that we read or wrote ourselves
        self.fingerprint = file.fingerprint()
        self._shown = self.fingerprint  # of the file as the caller knows it

    def events(self) -> list["Event"]:
        """Read the file and return its events."""
        events, self.fingerprint = self._file.read_with_fingerprint()
        self._valid = self._shown = self.fingerprint
        return events

    def append(self, events: list["Event"], *, known: bool = False) -> str | None:
        """Add events and return the file's new fingerprint: then they are on disk for good.

        `known` says that `fingerprint` is one that the program wrote, or read and found valid:
        then the file is not parsed again. None where the file holds more than was shown, because
        an editor, which knows no lock, wrote to it in between.

        Raises ChangedMeanwhile.
        """
        if known:
            self._valid = self.fingerprint
        if not events:
            return self.fingerprint
        for _ in range(_ATTEMPTS):
            try:
                base, self.fingerprint = self._append_once(events)
            except ChangedMeanwhile:
                continue  # Look at what the editor wrote, and add to that.
            self._valid = self.fingerprint
            if base != self._shown:
                return None
            self._shown = self.fingerprint
            return self.fingerprint
        raise ChangedMeanwhile(self._file.path)

    def look_at(self, seen: str) -> None:
        """Let `replace` stand for the file with this fingerprint, which the caller has read."""
        self._shown = seen

    def replace(self, data: bytes) -> None:
        """Write the file anew: `data` is a valid one with all events that it had, and more.

        Raises ChangedMeanwhile where an editor wrote to it since it was looked at.
        """
        file = self._file
        if self._shown is None:
            self._check_is_first()
            self.fingerprint = write_atomically(file.path, data, replacing=None)
            self._save_first_of_day(data)
        else:
            real = real_file(file.path)
            file.backups.save_daily(read_pieces(real, self._shown), self._today)
            file.backups.keep_richer(real)
            keep = file.backups.save_previous
            self.fingerprint = write_atomically(
                file.path, data, replacing=self._shown, at_last=keep
            )
            file.backups.note_superseded(real)
        self._valid = self._shown = self.fingerprint

    def _append_once(self, events: list["Event"]) -> tuple[str | None, str]:
        """Return the fingerprints of the file that was added to and of the new one."""
        file = self._file
        seen = file.fingerprint()
        if seen is None or seen != self._valid:
            data, seen = file.read_bytes()
            if data is None or seen is None:
                self._check_is_first()
                return None, self._begin(events)
            file.decode(data)
        real = real_file(file.path)
        file.backups.save_daily(read_pieces(real, seen), self._today)
        file.backups.keep_richer(real)
        keep = file.backups.save_previous
        new = self._with(events, real, seen)
        return seen, write_atomically(file.path, new, replacing=seen, at_last=keep)

    def _check_is_first(self) -> None:
        """Raise ProgressMissing where the file was there when we got the lock."""
        folder = os.path.dirname(self._file.path)
        # Where that is gone as well, nobody could say what was in it.
        if self._shown is not None and os.path.isdir(folder):
            raise self._file.with_backups(ProgressMissing(self._file.path))

    def _begin(self, events: list["Event"]) -> str:
        file = self._file
        new = encode(events, file.roadmap_id)
        written = write_atomically(file.path, new, replacing=None)
        self._save_first_of_day(new)
        return written

    def _with(self, events: list["Event"], real: str, seen: str) -> Pieces:
        """Yield a valid file with more events, and everything that was there before.

        Of ten years of events nothing is held in memory, where the file is laid out as ours.
        """
        file = self._file
        first = header(file.roadmap_id)
        begin, end, size = read_ends(real, seen, len(first), len(TRAILER) + 1)
        has_none = size == len(first) + len(TRAILER)
        # Blanks where events were are valid too, and no place for a comma.
        if begin == first and (has_none or end == b"}" + TRAILER) and end.endswith(TRAILER):
            more = addition(events, to_none=has_none)
            if size + len(more) > LIMIT:
                raise file.unusable(TooBig(real, size + len(more), LIMIT))
            yield from read_pieces(real, seen, size - len(TRAILER))
            yield more
        else:
            yield encode([*file.read(), *events], file.roadmap_id)

    def _save_first_of_day(self, data: bytes) -> None:
        """Leave a first backup: from now on a missing file is a lost one."""
        try:
            self._file.backups.save_daily(data, self._today)
        except CannotWrite:
            pass  # The events are safe, and the next change makes the copy.


def _safe(name: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60]


def _key(path: str) -> str:
    """Return a short name for a path (FNV-1a, 64 bits: importing hashlib would cost 3 ms)."""
    key = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.normcase(path)):
        key = (key ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{key:016x}"
