"""What `resume` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.history import EventSummary
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.summaries import ItemRef, OfferedStep, PartSummary, StepSummary


class ResumeResult(NamedTuple):
    """The last day with any activity, what was done and noted on it, and what it opened.

    `day` is "" for who has not begun; `notes`: also older ones, on what was worked on that day.
    `chapter` is where that was; `next` the step that comes first now, as on the dashboard, and
    `start` the shortest of those that may.
    """

    day: str
    days_ago: int
    done: list[EventSummary]
    notes: list[NoteSummary]
    unlocked: list[ItemRef]
    in_progress: list[StepSummary]
    chapter: PartSummary | None
    next: OfferedStep | None
    start: OfferedStep | None
