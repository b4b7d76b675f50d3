"""What the commands that change steps return."""

from typing import NamedTuple

from llmroadmap.results.summaries import (
    ItemRef,
    OfferedStep,
    PartSummary,
    StepSummary,
)


class ChangeResult(NamedTuple):
    """What was changed and what was not, what that unlocked, where the stages stand, what is next."""

    changed: list[StepSummary]
    unchanged: list[StepSummary]
    unlocked: list[ItemRef]
    stages: list[PartSummary]
    next: list[OfferedStep]
    on: str
