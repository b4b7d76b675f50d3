"""What `log` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.history import EventSummary
from llmroadmap.results.summaries import ItemRef


class LogResult(NamedTuple):
    """What was done: the newest day first, on each day in the order it happened.

    `earlier`: how many are left out, many steps of one change counting as one; `today` is the
    learner's day (ISO 8601).
    """

    entries: list[EventSummary]
    earlier: int
    item: ItemRef | None
    since: str
    today: str
