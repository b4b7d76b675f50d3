"""What the commands that change steps return."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import (
    ItemRef,
    OfferedStep,
    PartSummary,
    StepSummary,
)


class ChangeResult(NamedTuple):
    """What was changed and what was not, what that unlocked, where things stand, what is next.

    `chapters`: the chapters of the steps, or where there are none the courses.
    """

    changed: list[StepSummary]
    unchanged: list[StepSummary]
    unlocked: list[ItemRef]
    chapters: list[PartSummary]
    stages: list[PartSummary]
    next: list[OfferedStep]
    on: str
