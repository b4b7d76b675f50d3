"""What `today` returns."""

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.records import NamedTuple
from llmroadmap.results.moments import Moment
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import (
    KnownSummary,
    OfferedStep,
    Outlook,
    PartSummary,
    StepSummary,
    WeekTarget,
)


class Week(NamedTuple):
    """The week so far: steps finished, their estimate in minutes, days with any activity."""

    steps: int
    minutes: int
    days: int


class WeekDay(NamedTuple):
    """A day of this week, and whether there was any activity on it; null for one still to come."""

    day: str
    is_active: bool | None


class RunningPause(NamedTuple):
    """A pause that covers today: its first and its last day, null while no end is set."""

    since: str
    until: str | None


class TodayResult(NamedTuple):
    """The dashboard. `streak`: days in a row with any activity; `is_first_run`: none ever.

    `days_away`: since the last day with any activity. `copies`: other versions of the progress that
    lie beside it and wait to be joined. `recall`: what is probably still known, null where
    recall is off. `chapter`: that of the next step. `in_progress`: what has been
    started beside it. `resume`: the last time, after some days away. `end`: what the plan took, at
    its end.
    """

    title: str
    is_first_run: bool
    done: int
    total: int
    percent: float
    minutes_left: int
    stage: PartSummary | None
    chapter: PartSummary | None
    next: list[OfferedStep]
    in_progress: list[StepSummary]
    habits: list[HabitSummary]
    today: str
    week: Week
    last_week: Week
    week_days: list[WeekDay]
    streak: int
    days_away: int
    copies: int
    target: WeekTarget
    outlook: Outlook | None
    recall: KnownSummary | None
    pause: RunningPause | None
    resume: ResumeResult | None
    end: Moment | None
