"""The compiled form of the built-in roadmap that an installed program brings along.

It is made when the wheel is built (`scripts/compile_roadmap.py`), long before the roadmap's file
has a time and a number on this machine. So it carries the fingerprint of that file's bytes; whoever
runs the program first takes it into the cache, under the fingerprint that a look is enough for.
"""

import os
from zlib import crc32

from llmroadmap.cache import CacheFile
from llmroadmap.cache.roadmap_cache import write_roadmap
from llmroadmap.core.model.roadmap import Roadmap

NAME = "roadmap.compiled"  # beside the roadmap's file


def content_fingerprint(data: bytes) -> str:
    """Return what says whether a file has the same bytes, on whatever machine."""
    return f"content-{len(data)}-{crc32(data):08x}"


def ship(roadmap: Roadmap, folder: str) -> str:
    """Write the compiled form into `folder` and return its path; raise OSError where it cannot be."""
    path = os.path.join(folder, NAME)
    if not write_roadmap(path, roadmap):
        raise OSError(path)
    return path


def take_shipped(path: str, cached: CacheFile) -> bool:
    """Fill the cache file of the roadmap at `path` with what was shipped for it, if it was."""
    try:
        with open(path, "rb") as file:
            made_from = content_fingerprint(file.read())
    except OSError:
        return False
    return cached.copy_from(CacheFile(os.path.join(os.path.dirname(path), NAME), made_from))
