"""What `done` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.moments import Moment
from llmroadmap.results.summaries import ItemRef, OfferedStep, PartSummary, StepSummary, WeekTarget


class DoneResult(NamedTuple):
    """What was finished, what that unlocked, where the stages stand now, and what is next.

    `chapters`: the chapters of the steps, or where there are none the courses; `week_steps`: how many
    steps were finished this week. `took`: minutes since `start`, by id, of what was begun and finished in one sitting.
    `clocked`: the ids of those whose time is what passed since `start`.
    `not_believed`: minutes since `start` that are too many for one sitting, and were not counted.
    `note`: what was noted with it, "" for nothing.
    `target`: the week, where a weekly target is set.
    `try_recall`: twenty steps are finished now, and nothing was ever recalled: the time to propose it.
    `worth_keeping`: the finished steps that something comes of, and no `proof` is kept of yet.
    `moments`: what came to its end with them, the smallest part first; empty where that is switched
    off.
    """

    finished: list[StepSummary]
    already_done: list[StepSummary]
    unlocked: list[ItemRef]
    chapters: list[PartSummary]
    stages: list[PartSummary]
    week_steps: int
    next: list[OfferedStep]
    on: str
    took: dict[str, int]
    not_believed: dict[str, int]
    clocked: list[str]
    target: WeekTarget | None
    note: str
    worth_keeping: list[str]
    try_recall: bool
    moments: list[Moment]
