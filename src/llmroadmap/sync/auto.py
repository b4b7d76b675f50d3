"""What `config auto_sync on` does by itself: never in the way of the command that was typed."""

import os
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.storage.workspace import device
from llmroadmap.sync.errors import FolderMissing
from llmroadmap.sync.exchange import push
from llmroadmap.sync.place import Place, read_place

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace


def before_command(workspace: "Workspace") -> LlmroadmapError | None:
    """Take over what other machines did, once a day; return what kept it from being done."""
    mark = os.path.join(workspace.locations.cache, "synchronised-on")
    today = str(workspace.today).encode()
    if _read(mark) == today:
        return None
    place = _place(workspace)
    if place is None:
        return None
    from llmroadmap.sync.everything import synchronise  # once a day

    try:
        _check(place)
        write_atomically(mark, today)
        return synchronise(workspace.locations, place).error
    except LlmroadmapError as error:
        return error


def after_change(workspace: "Workspace") -> LlmroadmapError | None:
    """Add what was just recorded to this machine's file; return what kept it from being done."""
    place = _place(workspace)
    if place is None or not workspace.recorded:
        return None
    try:
        _check(place)
        push(workspace.file, place, workspace.recorded)
    except LlmroadmapError as error:
        return error
    return None


def _place(workspace: "Workspace") -> Place | None:
    return read_place(workspace.locations, device(workspace.environ))


def _check(place: Place) -> None:
    if not os.path.isdir(place.folder):
        raise FolderMissing(place.folder)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
