"""From what is typed for a roadmap to its id: the id, its beginning, or words of its title."""

from collections.abc import Iterator

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.errors import UnknownItem
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.errors import AmbiguousRoadmap, UnknownRoadmap
from llmroadmap.storage.library import LibraryEntry, all_roadmaps
from llmroadmap.storage.roadmap_file import open_roadmap
from llmroadmap.storage.workspace import Workspace


def roadmap_named(locations: Locations, typed: str) -> str:
    """Return the id of the one roadmap that `typed` names.

    An id that is typed out wins over beginnings, those over titles. Raises UnknownRoadmap where none
    is meant and AmbiguousRoadmap where several may be.
    """
    entries = all_roadmaps(locations)
    wanted = _plain(typed)
    for found in _closer_and_closer(locations, entries, wanted):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousRoadmap(typed, found)
    raise UnknownRoadmap(typed, [entry.id for entry in entries])


def titles(locations: Locations, entry: LibraryEntry) -> list[str]:
    """Return a roadmap's title in each of its languages; none where it cannot be read."""
    try:
        roadmap = open_roadmap(entry.path, locations.cached("roadmap", entry.path))
    except (LlmroadmapError, OSError):
        return []
    title = roadmap.head["title"]
    return list(title.values()) if isinstance(title, dict) else [title]


def say_where_it_is(workspace: Workspace, error: LlmroadmapError) -> None:
    """Add to an unknown item the other roadmap that has a step of just this id."""
    if not isinstance(error, UnknownItem):
        return
    for entry in all_roadmaps(workspace.locations):
        try:
            if entry.path == workspace.roadmap_path:
                continue
            roadmap = open_roadmap(entry.path, workspace.locations.cached("roadmap", entry.path))
        except (LlmroadmapError, OSError):
            continue
        node = roadmap.find(error.name)
        if node is not None:
            error.elsewhere = entry.id
            error.elsewhere_title = roadmap.item(node).title(workspace.lang)
            return


def _closer_and_closer(
    locations: Locations, entries: list[LibraryEntry], wanted: str
) -> Iterator[list[str]]:
    """Yield those that `wanted` may mean: by whole ids first, by a part of the title last."""
    names = {entry.id: _plain(entry.id) for entry in entries}
    yield [name for name, plain in names.items() if plain == wanted]
    yield [name for name, plain in names.items() if wanted and plain.startswith(wanted)]
    if len(wanted) == 1 and wanted.isascii():  # A letter is no word of a title.
        return
    called = {entry.id: [_plain(title) for title in titles(locations, entry)] for entry in entries}
    yield [name for name, all_ in called.items() if wanted in all_]
    yield [n for n, all_ in called.items() if wanted and any(t.startswith(wanted) for t in all_)]
    yield [n for n, all_ in called.items() if wanted and any(wanted in title for title in all_)]


def _plain(text: str) -> str:
    return " ".join(text.replace("_", "-").casefold().split())
