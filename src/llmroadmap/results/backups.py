"""What backup, restore and doctor return."""

from llmroadmap.core.records import NamedTuple


class CopySummary(NamedTuple):
    """A copy of the progress file; `events` is None where it holds no valid progress."""

    name: str
    day: str
    events: int | None
    size: int
    path: str
