"""paths: where the files are."""

import os

from llmroadmap.declaration import Command
from llmroadmap.results.paths import PathsResult, PathSummary
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="export",
    examples=("llmroadmap paths",),
    needs_settings=False,
    synchronised=False,
)


def run(workspace: Workspace) -> PathsResult:
    """Return every file and folder that the program reads or writes."""
    locations = workspace.locations
    paths = {
        "roadmap": workspace.roadmap_path,
        "progress": workspace.file.path,
        "settings": locations.settings,
        "config": locations.config,
        "data": locations.data,
        "backups": locations.backups,
        "cache": locations.cache,
    }
    return PathsResult(
        [PathSummary(name, path, os.path.lexists(path)) for name, path in paths.items()]
    )
