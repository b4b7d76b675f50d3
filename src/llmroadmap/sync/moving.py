"""Progress and settings in another folder, and joined with what is there already.

Nothing is removed where they were: what is moved stays behind as it was, out of use.
"""

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from llmroadmap.core.progress.events import merge
from llmroadmap.filesystem.errors import CannotWrite
from llmroadmap.filesystem.files import errno_name, read_whole, write_atomically
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.backups import LIMIT
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import encode

_SUFFIX = ".json"
# Of the data folder, what belongs to this machine or this place alone.
_STAYS = ("locks", "progress", "sync.json")


class Moved(NamedTuple):
    """What moving came to: events new in the folder, events that were there, files kept apart.

    `differs`: files of which the folder had another version, which stands.
    """

    brought: int
    found: int
    differs: list[str]


def join_into(
    here: Locations, there: Locations, on_wait: Callable[[], None] | None = None
) -> Moved:
    """Bring all that is in `here` into `there`; may be repeated after a failure."""
    brought = found = 0
    for roadmap_id in _roadmap_ids(here):
        new, old = _join(here, there, roadmap_id, on_wait)
        brought, found = brought + new, found + old
    differs = [*_copy_tree(here.config, there.config, ("moved-to",))]
    _copy_tree_quietly(here.data, there.data)
    return Moved(brought, found, differs)


def _roadmap_ids(here: Locations) -> list[str]:
    try:
        names = os.listdir(os.path.dirname(here.progress("any")))
    except OSError:
        return []
    return sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def _join(
    here: Locations, there: Locations, roadmap_id: str, on_wait: Callable[[], None] | None
) -> tuple[int, int]:
    ours = ProgressFile(here.progress(roadmap_id), here.data, roadmap_id).read()
    target = ProgressFile(there.progress(roadmap_id), there.data, roadmap_id)
    with target.change(on_wait=on_wait) as change:
        theirs = change.events()
        joined = merge(theirs, ours).events
        if joined != theirs:
            change.replace(encode(joined, roadmap_id))
    return len(joined) - len(theirs), len(theirs)


def _copy_tree(source: str, target: str, left_out: tuple[str, ...]) -> Iterator[str]:
    """Copy the files that the target lacks; yield those of which it has another version."""
    for folder, folders, names in os.walk(source):
        inside = os.path.relpath(folder, source)
        if inside == ".":
            folders[:] = [name for name in folders if name not in left_out]
        for name in names:
            if inside == "." and name in left_out:
                continue
            one = os.path.join(folder, name)
            other = os.path.normpath(os.path.join(target, inside, name))
            if name.startswith(".") or os.path.islink(one) or not os.path.isfile(one):
                continue
            if not os.path.exists(other):
                write_atomically(other, read_whole(one, LIMIT)[0], replacing=None)
            elif read_whole(one, LIMIT)[0] != read_whole(other, LIMIT)[0]:
                yield other


def _copy_tree_quietly(source: str, target: str) -> None:
    """Copy backups and what belongs to the events; of two versions the folder's stands."""
    for _ in _copy_tree(source, target, _STAYS):
        pass


def forget_here(path: str) -> None:
    """Remove the file that leads to the folder.

    Raises CannotWrite.
    """
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error
