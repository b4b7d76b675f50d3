"""What `resume` returns."""

from typing import NamedTuple

from llmroadmap.results.history import EventSummary
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.summaries import ItemRef, OfferedStep, StepSummary


class ResumeResult(NamedTuple):
    """The last day with any activity, what was done and noted on it, and what it opened.

    `day` is "" for who has not begun; `notes`: also older ones, on what was worked on that day.
    `start` is the shortest of the steps that may come next.
    """

    day: str
    days_ago: int
    done: list[EventSummary]
    notes: list[NoteSummary]
    unlocked: list[ItemRef]
    in_progress: list[StepSummary]
    start: OfferedStep | None
