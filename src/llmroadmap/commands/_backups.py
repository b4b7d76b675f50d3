"""What backup, restore and doctor have in common: copies of the progress file, as results."""

from llmroadmap.results.backups import CopySummary
from llmroadmap.storage.backups import Backup


def summary(copy: Backup) -> CopySummary:
    """Return a copy as a result."""
    return CopySummary(
        name=copy.name, day=copy.day, events=copy.events, size=copy.size, path=copy.path
    )
