"""Good copies of a progress file: one of each day it changed, one of before the last change."""

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from llmroadmap.core.days import is_day
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.errors import CannotRead, CannotWrite
from llmroadmap.filesystem.files import (
    Pieces,
    errno_name,
    fingerprint,
    read_whole,
    write_atomically,
)
from llmroadmap.filesystem.folders import make_folders, remove_stale_temps, temp_name
from llmroadmap.storage.errors import NoSuchBackup

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

LIMIT = 256 * 1024 * 1024  # bytes; three hundred events a day for ten years
KEPT = 14  # copies; of older ones the newest of each month
PREVIOUS = "previous"
SAVED = "saved"
REPLACED = "replaced"
DAMAGED = "damaged"
LOST = "lost"  # what the file had and has no more: it came back older
_SUFFIX = ".json"
_LOOKED_AT = ".compared"  # the fingerprints of two files of which the second has all of the first
_END = 300  # bytes, more than the last event of a file


class Backup(NamedTuple):
    """A copy: `events` is None where it holds no valid progress, as what was found damaged.

    `newest`: seconds since 1970 of its newest event.
    """

    name: str
    day: str
    events: int | None
    size: int
    path: str
    newest: float = 0.0


class Backups:
    """The copies of one progress file, in a folder of their own."""

    def __init__(self, folder: str, roadmap_id: str) -> None:
        self.folder = folder
        self._roadmap_id = roadmap_id

    def count(self) -> int:
        """Return how many copies `restore` could go back to, unread."""
        names = [*self._names(), *map(os.path.basename, self._elsewhere())]
        return sum(not name.startswith(DAMAGED) for name in names)

    def listing(self) -> list[Backup]:
        """Return all copies, the newest first."""
        found = [self._look_at(name, self._path(name)) for name in self._names()]
        taken = {copy.name for copy in found}
        for path in self._elsewhere():
            stem = os.path.basename(path).removesuffix(_SUFFIX)
            name = stem if stem not in taken else f"{stem}-{os.path.dirname(path)[-4:]}"
            taken.add(name)
            found.append(self._look_at(name, path))
        return sorted(found, key=_age, reverse=True)

    def find(self, which: str | None = None) -> Backup:
        """Return the good copy of that name; without one the newest, but for what we replaced.

        Raises NoSuchBackup.
        """
        good = [copy for copy in self.listing() if copy.events is not None]
        for copy in good:
            if copy.name == which or (which is None and not copy.name.startswith(REPLACED)):
                return copy
        raise NoSuchBackup(which or "", [copy.name for copy in good])

    def read(self, copy: Backup) -> bytes:
        """Return the bytes of a copy.

        Raises CannotRead.
        """
        try:
            return read_whole(copy.path, LIMIT)[0]
        except FileNotFoundError as error:
            raise CannotRead(copy.path, errno_name(error)) from error

    def save_daily(self, data: bytes | Pieces, day: str) -> None:
        """Keep valid bytes as the copy of the day, unless it has one: then none are looked at."""
        path = self._path(day)
        if fingerprint(path) is None:
            write_atomically(path, data)
            self._prune()

    def save_now(self, data: bytes) -> str:
        """Keep valid bytes because the learner asks for it, and return the copy's name."""
        return self._save(SAVED, data)

    def save_previous(self, real: str) -> None:
        """Keep the file that is about to be replaced, where its disk can do that for nothing.

        A second name for the same bytes: once the new file is in its place, it is the only one.
        """
        temp = os.path.join(self.folder, temp_name())
        try:
            make_folders(self.folder)
            remove_stale_temps(self.folder)
            os.link(real, temp)
            os.replace(temp, self._path(PREVIOUS))
        except OSError:
            pass  # On another disk, or one without second names: there is the copy of the day.
        finally:
            # There still where both were names of one file already, or after Ctrl-C.
            with suppress(OSError):
                os.unlink(temp)

    def keep_richer(self, real: str) -> None:
        """Keep the copy of before the last change by itself, if the file lacks events that it has.

        A synchroniser or a checkout brought an older file back.
        """
        previous = self._path(PREVIOUS)
        if not self._is_older(previous, real) and self.missing_from(real, previous):
            with suppress(OSError):
                os.rename(previous, self._path(self._free_name(LOST)))

    def missing_from(self, real: str, copy: str) -> "list[Event]":
        """Return the events of a copy that the file has not; none where either cannot be read."""
        try:
            ours, theirs = (
                _decode(read_whole(path, LIMIT)[0], self._roadmap_id, path) for path in (real, copy)
            )
        except (LlmroadmapError, FileNotFoundError):
            return []
        known = {event["id"] for event in ours}
        return [event for event in theirs if event["id"] not in known]

    def richer(self, real: str) -> list[str]:
        """Return the copies that have events which the file lost without a restore."""
        names = [name for name in self._names() if name.startswith(LOST)]
        paths = [self._path(name) for name in names]
        previous = self._path(PREVIOUS)
        if not self._is_older(previous, real):
            paths.append(previous)
        found = [path for path in paths if self.missing_from(real, path)]
        if previous in paths and previous not in found:
            self._note_looked_at(previous, real)
        return found

    def note_superseded(self, real: str) -> None:
        """Remember that the file has all events of the copy of before the last change."""
        self._note_looked_at(self._path(PREVIOUS), real)

    def _is_older(self, previous: str, real: str) -> bool:
        """Tell whether the file has all that the copy of before has, as far as is known unread."""
        return _continues(previous, real) or self._looked_at() == _both(previous, real)

    def _looked_at(self) -> str:
        try:
            with open(os.path.join(self.folder, _LOOKED_AT), encoding="ascii") as file:
                return file.read()
        except (OSError, ValueError):
            return ""

    def _note_looked_at(self, previous: str, real: str) -> None:
        """Remember that these two were compared: of a long record that takes a while."""
        with (
            suppress(OSError),
            open(
                os.path.join(self.folder, _LOOKED_AT), "w", encoding="ascii", opener=_private
            ) as file,
        ):
            file.write(_both(previous, real))

    def may_be_richer(self, real: str) -> bool:
        """Tell whether `richer` has anything to look at."""
        return not self._is_older(self._path(PREVIOUS), real) or any(
            name.startswith(LOST) for name in self._names()
        )

    def retire(self, path: str) -> str:
        """Give a copy whose events were taken over, or given up by a restore, a name that says so."""
        name = self._free_name(REPLACED)
        os.rename(path, self._path(name))
        return name

    def archive(self, data: bytes, *, damaged: bool) -> str:
        """Keep what a restore replaces, whatever it is, and return the copy's name."""
        return self._save(DAMAGED if damaged else REPLACED, data)

    def _save(self, kind: str, data: bytes) -> str:
        name = self._free_name(kind)
        write_atomically(self._path(name), data)
        self._prune()
        return name

    def _free_name(self, kind: str) -> str:
        stem = f"{kind}-{time.strftime('%Y-%m-%dT%H%M%S')}"
        name, number = stem, 1
        while fingerprint(self._path(name)) is not None:
            number += 1
            name = f"{stem}-{number}"
        return name

    def _prune(self) -> None:
        """Remove the oldest copies, each kind for itself."""
        names = [name for name in self._names() if name != PREVIOUS]
        for kind in ("", SAVED, REPLACED, DAMAGED):
            of_kind = [name for name in names if _kind(name) == kind and _is_ours(name)]
            for name in _expired(sorted(of_kind, reverse=True)):
                try:
                    os.unlink(self._path(name))
                except OSError as error:
                    raise CannotWrite(self._path(name), errno_name(error)) from error

    def _names(self) -> list[str]:
        return [
            name.removesuffix(_SUFFIX)
            for name in _listing(self.folder)
            if name.endswith(_SUFFIX) and not name.startswith(".")
        ]

    def _elsewhere(self) -> list[str]:
        """Return the copies made while the progress file, or all our files, had another place."""
        root, own = os.path.split(self.folder)
        stem = own.rpartition("-")[0]
        folders = [
            os.path.join(root, name)
            for name in sorted(_listing(root))
            if name != own and name.rpartition("-")[0] == stem and len(name) == len(own)
        ]
        return [
            os.path.join(folder, name)
            for folder in folders
            for name in _listing(folder)
            if name.endswith(_SUFFIX) and not name.startswith(".")
        ]

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name + _SUFFIX)

    def _look_at(self, name: str, path: str) -> Backup:
        """Return what a copy holds; its day is that of its name, else of its newest event."""
        try:
            data = read_whole(path, LIMIT)[0]
        except (LlmroadmapError, FileNotFoundError):
            return Backup(name=name, day=_day(name, path), events=None, size=0, path=path)
        try:
            events = _decode(data, self._roadmap_id, path)
        except LlmroadmapError:
            return Backup(name=name, day=_day(name, path), events=None, size=len(data), path=path)
        newest = max(events, key=_time, default=None)
        return Backup(
            name=name,
            day=_day(name, path, newest),
            events=len(events),
            size=len(data),
            path=path,
            newest=_time(newest) if newest else 0.0,
        )


def _decode(data: bytes, roadmap_id: str, path: str) -> "list[Event]":
    from llmroadmap.storage.progress_format import decode  # not for a look at the names

    return decode(data, roadmap_id, path)


def _time(event: "Event") -> float:
    from llmroadmap.core.progress.events import timestamp

    return timestamp(event["at"])


def _day(name: str, path: str, newest: "Event | None" = None) -> str:
    """Return the day that a copy's name says, else that of its newest event, else of the file."""
    said = name.removeprefix(_kind(name)).lstrip("-")[:10]
    if is_day(said):
        return said
    if newest is not None:
        return newest["at"][:10]
    try:
        return time.strftime("%Y-%m-%d", time.localtime(os.path.getmtime(path)))
    except (OSError, ValueError, OverflowError):
        return ""


def _both(one: str, other: str) -> str:
    return f"{fingerprint(one)} {fingerprint(other)}"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _continues(before: str, after: str) -> bool:
    """Tell, from their ends alone, whether a file is an earlier one with more events behind.

    True too where there is no earlier one.
    """
    from llmroadmap.storage.progress_format import TRAILER

    try:
        with open(before, "rb") as file:
            size = os.fstat(file.fileno()).st_size - len(TRAILER)
            file.seek(max(size - _END, 0))
            end = file.read(min(size, _END))
    except (OSError, ValueError):
        return True
    try:
        with open(after, "rb") as file:
            file.seek(max(size - _END, 0))
            return file.read(len(end)) == end
    except (OSError, ValueError):
        return False


def _listing(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CannotRead(folder, errno_name(error)) from error


def _age(copy: Backup) -> tuple[float, int, str]:
    """Return what sorts copies by what is in them; a name or a file's time proves nothing."""
    return copy.newest, copy.events or 0, copy.name


def _is_ours(name: str) -> bool:
    """Tell whether we gave a copy this name; what a learner or a synchroniser left stays."""
    kind = _kind(name)
    if not kind:
        return is_day(name)
    return name[len(kind) : len(kind) + 1] == "-" and is_day(name[len(kind) + 1 :][:10])


def _kind(name: str) -> str:
    return next((kind for kind in (SAVED, REPLACED, DAMAGED, LOST) if name.startswith(kind)), "")


def _expired(names: list[str]) -> list[str]:
    """Return those of one kind's names, the newest first, that are not to be kept."""
    months = set()
    found = []
    for position, name in enumerate(names):
        month = name.removeprefix(_kind(name)).lstrip("-")[:7]
        if position >= KEPT and month in months:
            found.append(name)
        months.add(month)
    return found
