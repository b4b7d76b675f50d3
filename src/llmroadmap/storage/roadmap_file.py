"""Roadmap files: YAML is the source, what is compiled from it is read."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from llmroadmap.cache import CacheFile, CacheMiss
from llmroadmap.cache.roadmap_cache import read_roadmap, write_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import fingerprint, is_settled, read_whole
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.errors import RoadmapMissing

if TYPE_CHECKING:
    from llmroadmap.core.model.tree import RoadmapTree


class OwnChanges(NamedTuple):
    """What the learner wants different in a roadmap.

    `fingerprint` says whether it is still the same, "" for nothing; `is_settled`: its file is not
    so young that the next change could have the same. `apply` changes the tree.
    """

    fingerprint: str
    is_settled: bool
    apply: "Callable[[RoadmapTree], None]"


def open_roadmap(path: str, cache_path: str, own: OwnChanges | None = None) -> Roadmap:
    """Return the roadmap at `path` with the learner's own changes.

    It is compiled at most once for each version of the file and of the changes.

    Raises RoadmapMissing, and RoadmapInvalid for either of them.
    """
    made_from = fingerprint(path)
    if made_from is None:
        raise RoadmapMissing(path)
    settled = is_settled(made_from)
    if own is not None and own.fingerprint:
        made_from = f"{made_from} {own.fingerprint}"
        settled = settled and own.is_settled
    else:
        own = None

    def read() -> Roadmap:
        return read_roadmap(cache_path, made_from, lambda: _compile(path, made_from, own))

    try:
        return read()
    except CacheMiss:
        pass
    if not (settled and own is None and _take_shipped(path, cache_path, made_from)):
        roadmap = _compile(path, made_from, own)
        # Read back, what was compiled takes a tenth of the memory; where nothing can be written,
        # it is used as it is.
        if not settled or not write_roadmap(cache_path, roadmap):
            return roadmap
        del roadmap
    try:
        return read()
    except CacheMiss:
        return _compile(path, made_from, own)


def _take_shipped(path: str, cache_path: str, made_from: str) -> bool:
    """Use the compiled form that came with the program, where this is the roadmap that did."""
    if path != bundled_roadmap():
        return False
    from llmroadmap.cache.shipped import take_shipped  # once after each installation

    return take_shipped(path, CacheFile(cache_path, made_from))


def ship_compiled(path: str, folder: str) -> str:
    """Compile the roadmap at `path` for an installation, into `folder`; return the file's path.

    Raises RoadmapInvalid and OSError.
    """
    from llmroadmap.cache.shipped import content_fingerprint, ship  # only to build the program

    with open(path, "rb") as file:
        made_from = content_fingerprint(file.read())
    return ship(_compile(path, made_from, None), folder)


def _compile(path: str, made_from: str, own: OwnChanges | None) -> Roadmap:
    from llmroadmap.core.model.builder import build_roadmap  # only to compile

    tree = read_tree(path)
    if own is not None:
        own.apply(tree)
    return build_roadmap(tree, made_from)


def read_tree(path: str) -> "RoadmapTree":
    """Return the validated tree of the file; raise RoadmapInvalid with all that is wrong.

    Raises RoadmapMissing.
    """
    # pydantic would read the metadata of all installed packages in search of plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from llmroadmap.formats.roadmap_yaml.parser_events import MAX_BYTES
    from llmroadmap.formats.roadmap_yaml.schema import (
        validate,  # pydantic and YAML: only to compile
    )

    try:
        data, _ = read_whole(path, MAX_BYTES)
    except FileNotFoundError as error:
        raise RoadmapMissing(path) from error
    return validate(data, path)
