"""A progress file under its lock: added to, or replaced, and never shortened."""

import os
from typing import TYPE_CHECKING

from llmroadmap.filesystem.errors import CannotWrite, ChangedMeanwhile, TooBig
from llmroadmap.filesystem.files import (
    Pieces,
    read_ends,
    read_pieces,
    real_file,
    write_atomically,
)
from llmroadmap.storage.backups import LIMIT
from llmroadmap.storage.errors import ProgressMissing
from llmroadmap.storage.progress_format import TRAILER, addition, encode, header

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event
    from llmroadmap.storage.progress_file import ProgressFile

_ATTEMPTS = 5


class Change:
    """A progress file under its lock."""

    def __init__(self, file: "ProgressFile", today: str) -> None:
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
