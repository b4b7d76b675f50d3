"""What `today` returns."""

from typing import NamedTuple

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.results.summaries import KnownSummary, OfferedStep, Outlook, PartSummary, WeekTarget


class Week(NamedTuple):
    """The week so far: steps finished, their estimate in minutes, days with any activity."""

    steps: int
    minutes: int
    days: int


class RunningPause(NamedTuple):
    """A pause that covers today: its first and its last day, null while no end is set."""

    since: str
    until: str | None


class TodayResult(NamedTuple):
    """The dashboard. `streak`: days in a row with any activity; `is_first_run`: none ever.

    `days_away`: since the last day with any activity. `copies`: other versions of the progress that
    lie beside it and wait to be joined. `recall`: what is probably still known, null where recall is
    off.
    """

    title: str
    is_first_run: bool
    done: int
    total: int
    percent: float
    minutes_left: int
    stage: PartSummary | None
    next: list[OfferedStep]
    habits: list[HabitSummary]
    week: Week
    streak: int
    days_away: int
    copies: int
    target: WeekTarget
    outlook: Outlook | None
    recall: KnownSummary | None
    pause: RunningPause | None
