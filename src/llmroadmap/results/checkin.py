"""What `checkin` returns."""

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.records import NamedTuple


class CheckinResult(NamedTuple):
    """The habits checked in, those that were already, and what else is due."""

    checked_in: list[HabitSummary]
    already: list[HabitSummary]
    still_due: list[HabitSummary]
    on: str
