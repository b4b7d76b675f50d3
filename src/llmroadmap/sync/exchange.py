"""One roadmap's progress, joined with what the other machines wrote, and ours written for them.

A machine's file holds every event that it knows to be its own: those it recorded, and those that
no other file had when it looked. Nothing is ever taken out of it again. So each event lies in at
least one file, one machine writes each file, and conflicts cannot arise.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import read_whole, real_file, write_atomically
from llmroadmap.storage.backups import DAMAGED, LIMIT
from llmroadmap.storage.errors import ProgressDamaged
from llmroadmap.storage.progress_change import Change
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import TRAILER, addition, encode
from llmroadmap.sync.copies import Copy, all_events, copies_beside, put_away
from llmroadmap.sync.line_shapes import EventLine
from llmroadmap.sync.lines import Joined, Lines, ids_of, join
from llmroadmap.sync.place import Place, host_of, new_name

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

_SUFFIX = ".json"


class Source(NamedTuple):
    """What came from one file: the machine's name and how many events were new here."""

    device: str
    events: int


class Skipped(NamedTuple):
    """A file that was left alone, and why: the code of the error that reading it raised."""

    path: str
    reason: str


class Exchanged(NamedTuple):
    """What synchronising one roadmap came to.

    `place`: what is to be remembered from now on. `written`: events that are new in this machine's file. `contested`: ids that two files have with
    different words. `copies`: other versions beside the progress file that were joined and put
    away, as (path, where it is now). `namesakes`: ids of new events that another machine of this
    one's name recorded. `lines` are those of the progress file that has `fingerprint`.
    """

    roadmap_id: str
    place: Place
    sources: list[Source]
    written: int
    contested: list[str]
    skipped: list[Skipped]
    copies: list[tuple[str, str]]
    lines: list[EventLine]
    fingerprint: str | None
    namesakes: list[str] = []  # noqa: RUF012 - never changed


class _Read(NamedTuple):
    name: str
    lines: list[EventLine]
    ids: set[str]


def exchange(
    file: ProgressFile, place: Place, on_wait: Callable[[], None] | None = None
) -> Exchanged:
    """Join the progress with all files of the folder, and write this machine's file.

    Raises what reading or writing the progress or this machine's file raises. The files of others
    that cannot be read are left alone and named.
    """
    with file.change(on_wait=on_wait) as change:
        lines = Lines(file.roadmap_id)
        here = _here(file, change, lines)
        others, skipped = _others(file, place, lines)
        copies, unread = copies_beside(file)
        skipped += [Skipped(path, reason) for path, reason in unread]
        joined, contested = join(
            here,
            *(each.lines for each in others),
            *(lines.of(copy.events) for copy in copies),
        )
        sources = _sources(here, others, copies)
        if joined != here:
            change.replace(lines.encode(joined))
        own = _write_own(file, place, Joined(joined, contested), others, lines)
        away = [(copy.path, put_away(copy, file)) for copy in copies]
        fingerprint = change.fingerprint
    return Exchanged(
        roadmap_id=file.roadmap_id,
        lines=joined,
        fingerprint=fingerprint,
        place=own.place,
        sources=sources,
        written=own.written,
        contested=contested,
        skipped=skipped + own.skipped,
        copies=away,
        namesakes=_namesakes(here, joined, place.host),
    )


def _namesakes(here: list[EventLine], joined: list[EventLine], host: str) -> list[str]:
    """Return the ids of what is new here and was recorded by another machine of this name."""
    if len(joined) == len(here):
        return []
    known = ids_of(here)
    return [line.key[1] for line in joined if line.device == host and line.key[1] not in known]


def _here(file: ProgressFile, change: Change, lines: Lines) -> list[EventLine]:
    """Return our own events; where a merge left both sides in the file, those of both."""
    data, seen = file.read_bytes()
    if data is None or seen is None:
        return []
    change.look_at(seen)
    try:
        return lines.decode(data, file.path)
    except ProgressDamaged as error:
        if error.reason != "conflict-markers":
            raise file.with_backups(error) from error.__cause__
        here = lines.of(all_events(data, file.roadmap_id, file.path))
        file.backups.archive(data, damaged=True)
        change.replace(lines.encode(here))
        return here


class Absorbed(NamedTuple):
    """What joining the versions on this machine came to; `events`: how many there are now.

    `copies` are (path, new events, name among the backups); `kept`: the name of the file as it was,
    where a merge had left both sides in it, else "". `regained`: events that the file had lost.
    """

    events: int
    copies: list[tuple[str, int, str]]
    kept: str
    regained: int


def absorb(file: ProgressFile, on_wait: Callable[[], None] | None = None) -> Absorbed:
    """Join what lies beside the progress file, and the two sides of a merge in it."""
    with file.change(on_wait=on_wait) as change:
        lines = Lines(file.roadmap_id)
        before = {copy.name for copy in file.backups.listing()}
        here = _here(file, change, lines)
        kept = {copy.name for copy in file.backups.listing()} - before
        copies, _ = copies_beside(file)
        real = real_file(file.path)
        lost = file.backups.richer(real)
        joined = join(
            here,
            *(lines.of(copy.events) for copy in copies),
            *(lines.of(file.backups.missing_from(real, path)) for path in lost),
        ).lines
        if joined != here:
            change.replace(lines.encode(joined))
        for path in lost:
            file.backups.retire(path)
        sources = dict(_sources(here, [], copies))
        away = [
            (copy.path, sources.get(os.path.basename(copy.path), 0), put_away(copy, file))
            for copy in copies
        ]
    damaged = (name for name in kept if name.startswith(DAMAGED))
    return Absorbed(
        events=len(joined),
        copies=away,
        kept=next(damaged, ""),
        regained=len(joined) - len(here) - sum(new for _, new, _ in away),
    )


def push(file: ProgressFile, place: Place, events: "Sequence[Event]") -> None:
    """Add events just recorded to this machine's file; the cheap half, for after every change.

    What the file lacks beside them is left to the next `exchange`.
    """
    path = place.own_file(file.roadmap_id)
    try:
        data, seen = read_whole(path, LIMIT)
    except FileNotFoundError:
        write_atomically(path, encode(events, file.roadmap_id), replacing=None)
        return
    if data.endswith(b"}" + TRAILER):
        more = addition(events, to_none=False)
        write_atomically(path, data[: -len(TRAILER)] + more, replacing=seen)


def _others(file: ProgressFile, place: Place, lines: Lines) -> tuple[list[_Read], list[Skipped]]:
    """Read all files of the folder but our own."""
    folder, own = place.of_roadmap(file.roadmap_id), place.own_file(file.roadmap_id)
    read: list[_Read] = []
    skipped: list[Skipped] = []
    for name in _names(folder):
        path = os.path.join(folder, name)
        if path == own:
            continue
        try:
            found = lines.decode(read_whole(path, LIMIT)[0], path)
        except FileNotFoundError:
            continue  # Gone between the two looks.
        except LlmroadmapError as error:
            skipped.append(Skipped(path, error.code))
        else:
            read.append(_Read(name.removesuffix(_SUFFIX), found, ids_of(found)))
    return read, skipped


def _names(folder: str) -> list[str]:
    """Return the files that may be machines': also copies that a synchroniser made of them."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(name for name in names if _SUFFIX in name and not name.startswith("."))


def _sources(
    here: Iterable[EventLine], others: Iterable[_Read], copies: Iterable[Copy]
) -> list[Source]:
    """Count what is new here, each event for the first file that has it."""
    known = ids_of(here)
    sources = []
    named = [(host_of(each.name), each.ids) for each in others]
    named += [
        (os.path.basename(copy.path), {event["id"] for event in copy.events}) for copy in copies
    ]
    for name, ids in named:
        new = ids - known
        known |= new
        if new:
            sources.append(Source(name, len(new)))
    return sources


class _Own(NamedTuple):
    place: Place
    written: int
    skipped: list[Skipped]


def _write_own(
    file: ProgressFile, place: Place, joined: Joined, others: Iterable[_Read], lines: Lines
) -> _Own:
    """Write what is this machine's."""
    path = place.own_file(file.roadmap_id)
    before, seen, skipped = _own(path, lines)
    if skipped:  # Damaged, and not ours to mend: we go on under another name.
        place = place._replace(name=new_name(place.host))
        path, before, seen = place.own_file(file.roadmap_id), [], None
    foreign = set[str]().union(*(each.ids for each in others))
    foreign.difference_update(joined.contested, ids_of(before))
    ours = [
        line for line in joined.lines if line.key[1] not in foreign or line.device == place.host
    ]
    if ours != before:
        write_atomically(path, lines.encode(ours), replacing=seen)
    return _Own(place, len(ours) - len(before), skipped)


def _own(path: str, lines: Lines) -> tuple[list[EventLine], str | None, list[Skipped]]:
    try:
        data, seen = read_whole(path, LIMIT)
        return lines.decode(data, path), seen, []
    except FileNotFoundError:
        return [], None, []
    except LlmroadmapError as error:
        return [], None, [Skipped(path, error.code)]
