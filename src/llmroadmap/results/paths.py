"""What `paths` returns."""

from typing import NamedTuple


class PathSummary(NamedTuple):
    """A file or folder of the program's."""

    name: str
    path: str
    exists: bool


class PathsResult(NamedTuple):
    """All files and folders."""

    paths: list[PathSummary]
