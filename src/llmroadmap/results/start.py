"""What `start` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef, OfferedStep, PartSummary, StepSummary


class StartResult(NamedTuple):
    """What is in progress now. `counted_minutes`: what a countdown came to; null without one."""

    changed: list[StepSummary]
    unchanged: list[StepSummary]
    unlocked: list[ItemRef]
    chapters: list[PartSummary]
    stages: list[PartSummary]
    next: list[OfferedStep]
    on: str
    counted_minutes: int | None
