"""The way back: a good copy in the place of the progress file, which is itself kept first."""

import os
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.errors import CannotWrite
from llmroadmap.filesystem.files import errno_name, real_file, write_atomically
from llmroadmap.filesystem.lock import TIMEOUT, locked
from llmroadmap.storage.errors import (
    ProgressDamaged,
    ProgressMissing,
    ProgressNewer,
    ProgressOfOther,
)
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import encode, is_plain, parse

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event


class Restored(NamedTuple):
    """What a restore came to.

    `name` is the copy that was taken, `events` how many the file has now, `rescued` how many of
    them were only in the damaged file, `kept_as` the name of the copy of what was there (or its
    path, where it was no file), None where nothing was.
    """

    name: str
    events: int
    rescued: int
    kept_as: str | None


class _Current(NamedTuple):
    """What stands in the file's place: `data` is None for nothing, or for what is no file."""

    data: bytes | None
    seen: str | None
    damage: str | None


def restore(
    file: ProgressFile,
    which: str | None = None,
    *,
    on_wait: Callable[[], None] | None = None,
    timeout: float = TIMEOUT,
) -> Restored:
    """Put the copy called `which` in the place of the file.

    Without a name it is the newest copy, and what can still be read in a damaged file is added to
    it. A file of a newer format is only touched where a copy is named: `ProgressNewer`.
    """
    with locked(file.lock_path, timeout=timeout, on_wait=on_wait):
        copy = file.backups.find(which)
        data = file.backups.read(copy)
        events = file.decode(data)
        current = _look(file, named=which is not None)
        rescued: list[Event] = []
        if which is None and current.data is not None and current.damage == "damaged":
            known = {event["id"] for event in events}
            rescued = [e for e in readable_events(current.data) if e["id"] not in known]
        kept_as = _archive(file, current)
        if rescued:
            data = encode([*events, *rescued], file.roadmap_id)
        write_atomically(file.path, data, replacing=current.seen)
        # What the learner gave up was not lost.
        for path in file.backups.richer(real_file(file.path)):
            file.backups.retire(path)
        return Restored(
            name=copy.name, events=len(events) + len(rescued), rescued=len(rescued), kept_as=kept_as
        )


def readable_events(data: bytes) -> list["Event"]:
    """Return the events that can still be read in a damaged file, each once."""
    found: dict[str, Event] = {}
    for event in _candidates(data):
        if is_plain(event):
            found.setdefault(event["id"], event)
    return list(found.values())


def _candidates(data: bytes) -> Iterable[Any]:
    document = _parsed(data)
    if isinstance(document, dict) and isinstance(document.get("events"), list):
        yield from document["events"]
        return
    for line in data.split(b"\n"):
        if line.startswith(b"{"):
            yield _parsed(line.rstrip(b"\r, "))


def _parsed(data: bytes) -> Any:
    try:
        return parse(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _look(file: ProgressFile, *, named: bool) -> _Current:
    try:
        data, seen = file.read_bytes()
    except ProgressMissing:
        return _Current(None, None, None)
    except ProgressDamaged:  # No file, or one too big to be read.
        return _Current(None, None, "no-file")
    if data is None:
        return _Current(None, None, None)
    try:
        file.decode(data)
    except ProgressNewer:
        if not named:
            raise  # It may well be newer; by the name of a copy the learner decides.
        return _Current(data, seen, "other")
    except ProgressDamaged:
        return _Current(data, seen, "damaged")
    except ProgressOfOther:
        return _Current(data, seen, "other")
    return _Current(data, seen, None)


def _archive(file: ProgressFile, current: _Current) -> str | None:
    if current.data is not None:
        return file.backups.archive(current.data, damaged=current.damage is not None)
    if current.damage is None:
        return None
    real = real_file(file.path)
    aside = f"{real}.damaged-{time.strftime('%Y-%m-%dT%H%M%S')}"
    try:
        os.rename(real, aside)
    except OSError as error:
        raise CannotWrite(real, errno_name(error)) from error
    return aside
