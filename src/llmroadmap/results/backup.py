"""What `backup` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.backups import CopySummary


class BackupResult(NamedTuple):
    """The copies there are, the newest first; `made` is the name of the new one."""

    copies: list[CopySummary]
    made: str
    folder: str
