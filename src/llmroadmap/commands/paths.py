"""paths: where the files are."""

import os
from typing import NamedTuple

from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap paths",)


class PathSummary(NamedTuple):
    """A file or folder of the program's."""

    name: str
    path: str
    exists: bool


class PathsResult(NamedTuple):
    """All files and folders."""

    paths: list[PathSummary]


def run(workspace: Workspace) -> PathsResult:
    """Return every file and folder that the program reads or writes."""
    places = workspace.locations
    paths = {
        "roadmap": workspace.roadmap_path,
        "progress": workspace.file.path,
        "settings": places.settings,
        "config": places.config,
        "data": places.data,
        "backups": places.backups,
        "cache": places.cache,
    }
    return PathsResult(
        [PathSummary(name, path, os.path.lexists(path)) for name, path in paths.items()]
    )
