"""What undo and redo return."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import OfferedStep, PartSummary


class UndoneEvent(NamedTuple):
    """One event of a change: what was done with which item, counted for which day (ISO 8601)."""

    do: str
    id: str
    title: str
    day: str
    text: str


class UndoResult(NamedTuple):
    """The change that was taken back or made again, where its chapters and stages stand, what is next.

    `kept`: so many own changes were edited by hand since, and left as they are. `plan`: of an
    update, what became of the plan: back, again, or stays; "" of any other change.
    """

    events: list[UndoneEvent]
    at: str
    chapters: list[PartSummary]
    stages: list[PartSummary]
    next: list[OfferedStep]
    kept: int
    plan: str
