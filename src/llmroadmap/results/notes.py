"""What `notes` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef


class NoteSummary(NamedTuple):
    """A note; `day` is the learner's day, `at` the instant it was written at (both ISO 8601).

    `in_plan` is false for a note on something that the plan does not have any more.
    """

    id: str
    title: str
    day: str
    at: str
    text: str
    in_plan: bool


class NotesResult(NamedTuple):
    """The notes by item, in the order of the plan, the oldest first; `item` is what was asked for."""

    notes: list[NoteSummary]
    item: ItemRef | None
