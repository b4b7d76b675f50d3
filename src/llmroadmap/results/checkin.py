"""What `checkin` returns."""

from typing import NamedTuple

from llmroadmap.core.progress.habits import HabitSummary


class CheckinResult(NamedTuple):
    """The habits checked in, those that were already, and what else is due."""

    checked_in: list[HabitSummary]
    already: list[HabitSummary]
    still_due: list[HabitSummary]
    on: str
