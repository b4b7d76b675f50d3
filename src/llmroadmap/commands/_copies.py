"""What backup, restore and doctor have in common: copies of the progress file, as results."""

from typing import NamedTuple

from llmroadmap.storage.backups import Backup


class CopySummary(NamedTuple):
    """A copy of the progress file; `events` is None where it holds no valid progress."""

    name: str
    day: str
    events: int | None
    size: int
    path: str


def summary(copy: Backup) -> CopySummary:
    """Return a copy as a result."""
    return CopySummary(*copy)
