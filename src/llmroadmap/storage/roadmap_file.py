"""Roadmap files: YAML is the source, what is compiled from it is read."""

import os
from typing import TYPE_CHECKING

from llmroadmap.cache import CacheMiss
from llmroadmap.cache.roadmap_cache import read_roadmap, write_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.filesystem.files import fingerprint, is_settled, read_whole
from llmroadmap.storage.errors import RoadmapMissing

if TYPE_CHECKING:
    from llmroadmap.core.model.tree import RoadmapTree


def open_roadmap(path: str, cache_path: str) -> Roadmap:
    """Return the roadmap at `path`, compiled at most once for each version of the file.

    Raises RoadmapMissing.
    """
    made_from = fingerprint(path)
    if made_from is None:
        raise RoadmapMissing(path)
    for attempt in range(2):
        try:
            return read_roadmap(cache_path, made_from, lambda: _compile(path, made_from))
        except CacheMiss:
            roadmap = _compile(path, made_from)
            # Read back, what was compiled takes a tenth of the memory; where nothing can be
            # written, it is used as it is.
            if attempt or not is_settled(made_from) or not write_roadmap(cache_path, roadmap):
                break
            del roadmap
    return roadmap


def _compile(path: str, made_from: str) -> Roadmap:
    from llmroadmap.core.model.builder import build_roadmap  # only to compile

    return build_roadmap(read_tree(path), made_from)


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
