"""The roadmaps that a learner has: the one that ships, and own ones in the config folder."""

import json
import os
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.filesystem.files import errno_name, write_atomically
from llmroadmap.filesystem.locations import Locations, bundled_roadmap
from llmroadmap.storage.errors import RoadmapMissing, UnknownRoadmap

if TYPE_CHECKING:
    from llmroadmap.core.model.tree import RoadmapTree

BUNDLED = "llm"
_SUFFIX = ".yaml"


class LibraryEntry(NamedTuple):
    """A roadmap by its id. `is_own`: in the config folder; `overrides`: in place of the built-in."""

    id: str
    path: str
    is_own: bool
    overrides: bool


def user_path(locations: Locations, roadmap_id: str) -> str:
    """Return where the learner's own roadmap of this id is, or would be."""
    return os.path.join(locations.roadmaps, f"{roadmap_id}.yaml")


def find_roadmap(locations: Locations, choice: str) -> str:
    """Return the file of a roadmap given by id or as a file; "" is the built-in one.

    A file of the learner's own with the built-in's id stands in its place.

    Raises UnknownRoadmap and RoadmapMissing.
    """
    wanted = choice or BUNDLED
    if not is_file_name(wanted):
        own = user_path(locations, wanted)
        if os.path.exists(own):
            return own
        if wanted == BUNDLED:
            return bundled_roadmap()
        raise UnknownRoadmap(wanted, [entry.id for entry in all_roadmaps(locations)])
    if not os.path.exists(wanted):
        raise RoadmapMissing(wanted)
    return wanted


def is_file_name(choice: str) -> bool:
    """Tell whether a choice of roadmap is a file, and no id."""
    return os.sep in choice or "/" in choice or choice.endswith((".yaml", ".yml", ".json"))


def all_roadmaps(locations: Locations) -> list[LibraryEntry]:
    """Return the built-in roadmap and all own ones, by id."""
    own = [name.removesuffix(_SUFFIX) for name in _names(locations) if _is_listed(name)]
    entries = [
        LibraryEntry(id=n, path=user_path(locations, n), is_own=True, overrides=n == BUNDLED)
        for n in own
    ]
    if BUNDLED not in own:
        entries.insert(
            0, LibraryEntry(id=BUNDLED, path=bundled_roadmap(), is_own=False, overrides=False)
        )
    return entries


def unlisted(locations: Locations) -> list[str]:
    """Return the YAML files among the own roadmaps whose names are no ids: copies, mostly."""
    names = [n for n in _names(locations) if n.endswith(_SUFFIX) and not _is_listed(n)]
    return [os.path.join(locations.roadmaps, name) for name in names]


def _names(locations: Locations) -> list[str]:
    try:
        return sorted(os.listdir(locations.roadmaps))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CannotRead(locations.roadmaps, errno_name(error)) from error


def _is_listed(name: str) -> bool:
    """Tell whether a file is named as a roadmap is: no blanks, brackets or dots, as copies have."""
    stem = name.removesuffix(_SUFFIX)
    return stem != name and stem.isascii() and stem.replace("-", "").replace("_", "").isalnum()


def _sources_path(locations: Locations) -> str:
    return os.path.join(locations.config, "sources.json")


def sources(locations: Locations) -> dict[str, dict[str, str]]:
    """Return where own roadmaps came from: by id, `source` and `base`; unreadable is unknown."""
    try:
        with open(_sources_path(locations), "rb") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return {}
    return (
        {k: v for k, v in found.items() if isinstance(v, dict)} if isinstance(found, dict) else {}
    )


def remember_source(locations: Locations, roadmap_id: str, source: dict[str, str] | None) -> None:
    """Remember, or forget (None), where a roadmap came from."""
    with library_locked(locations):
        known: dict[str, Any] = sources(locations)
        known.pop(roadmap_id, None)
        if source:
            known[roadmap_id] = source
        text = json.dumps(known, ensure_ascii=False, indent=2) + "\n"
        write_atomically(_sources_path(locations), text.encode("utf-8", "surrogateescape"))


def library_locked(locations: Locations) -> AbstractContextManager[None]:
    """Hold the lock of what is remembered of own roadmaps."""
    from llmroadmap.filesystem.lock import locked  # only for who writes

    return locked(os.path.join(locations.config, ".sources.lock"))


def write_roadmap_file(path: str, tree: "RoadmapTree", *, is_new: bool = False) -> None:
    """Write a roadmap's tree as YAML that its author will like to edit.

    With `is_new` nothing may be there yet: raises ChangedMeanwhile.
    """
    from llmroadmap.formats.roadmap_yaml.writer import write_yaml

    write_atomically(path, write_yaml(tree).encode("utf-8"), replacing=None if is_new else "")


def holds(path: str, tree: "RoadmapTree") -> bool:
    """Tell whether a file is just what `write_roadmap_file` makes of this tree."""
    from llmroadmap.formats.roadmap_yaml.writer import write_yaml

    try:
        with open(path, "rb") as file:
            return file.read() == write_yaml(tree).encode("utf-8")
    except OSError:
        return False


def archive(locations: Locations, roadmap_id: str) -> str:
    """Move an own roadmap out of the way, into the data folder, and return where it is now."""
    path = user_path(locations, roadmap_id)
    kept = os.path.join(locations.data, "removed", f"{roadmap_id}.yaml")
    with open(path, "rb") as file:
        write_atomically(kept, file.read())
    os.unlink(path)
    remember_source(locations, roadmap_id, None)
    return kept
