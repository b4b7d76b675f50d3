"""What is next in each of several plans."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import DueItem, OfferedStep


class PlanInTurn(NamedTuple):
    """A plan, its share of the time and what it had of it, and its first steps.

    `minutes`: those of the last four weeks, measured or estimated. `due`: what is meant for the
    nearest day, if anything is. `line`: what is typed behind a
    command to mean this plan, "" for the one in use.
    """

    id: str
    title: str
    share: int
    minutes: int
    done: int
    total: int
    percent: float
    line: str
    due: list[DueItem]
    steps: list[OfferedStep]
