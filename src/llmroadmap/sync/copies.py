"""Other versions of a progress file that synchronisers and editors leave beside it.

They are known by what is in them, not by their names: those differ by program and language.
"""

import json
import os
import re
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import read_whole
from llmroadmap.storage.backups import LIMIT
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import decode
from llmroadmap.storage.restore import readable_events

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event

_HEAD = re.compile(rb'\s*\{\s*"format"\s*:\s*\d+\s*,\s*"roadmap"\s*:\s*("(?:[^"\\]|\\.)*")')
_MARKER = re.compile(rb"^(<{7}|={7}|>{7}|\|{7})", re.MULTILINE)


class Copy(NamedTuple):
    """Another version of a progress file: its events, and the bytes that they came from."""

    path: str
    data: bytes
    events: "list[Event]"


def copies_beside(file: ProgressFile) -> tuple[list[Copy], list[tuple[str, str]]]:
    """Return the readable copies, and those that are damaged as (path, code of the error)."""
    copies: list[Copy] = []
    unread: list[tuple[str, str]] = []
    for path in file.names_beside():
        try:
            data = read_whole(path, LIMIT)[0]
        except (LlmroadmapError, FileNotFoundError):
            continue  # A folder, or a file of others: nothing says that it is one of ours.
        if not _is_of(data, file.roadmap_id):
            continue
        try:
            copies.append(Copy(path, data, all_events(data, file.roadmap_id, path)))
        except LlmroadmapError as error:
            unread.append((path, error.code))
    return copies, unread


def all_events(data: bytes, roadmap_id: str, path: str) -> "list[Event]":
    """Return the events of a file, also of one in which a merge left both sides.

    Raises what `decode` raises, also where some line of the two sides is no event.
    """
    try:
        return decode(data, roadmap_id, path)
    except LlmroadmapError:
        if not _MARKER.search(data):
            raise
        events = readable_events(data)
        ids = {event["id"] for event in events}
        lines = [line for line in data.split(b"\n") if line.startswith(b'{"id"')]
        if not lines or any(_id_of(line) not in ids for line in lines):
            raise
        return events


def put_away(copy: Copy, file: ProgressFile) -> str:
    """Keep a copy whose events were taken over among the backups, and return its name there."""
    name = file.backups.archive(copy.data, damaged=_MARKER.search(copy.data) is not None)
    try:
        os.unlink(copy.path)
    except OSError:
        pass  # It stays and is joined again next time, which changes nothing.
    return name


def _is_of(data: bytes, roadmap_id: str) -> bool:
    head = _HEAD.match(data)
    try:
        return head is not None and json.loads(head[1]) == roadmap_id
    except ValueError:
        return False


def _id_of(line: bytes) -> str:
    try:
        return str(json.loads(line.rstrip(b"\r, "))["id"])
    except (ValueError, KeyError, TypeError):
        return ""


def waiting(file: ProgressFile) -> int:
    """Count the other versions whose events wait to be joined: copies, and what the file lost."""
    beside = len(copies_beside(file)[0]) if file.names_beside() else 0
    return beside + len(file.backups.richer(os.path.realpath(file.path)))
