"""What `today` returns."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.records import NamedTuple
from llmroadmap.results.moments import Moment
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import (
    DueItem,
    KnownSummary,
    OfferedStep,
    Outlook,
    PartSummary,
    StepSummary,
    WeekTarget,
)

if TYPE_CHECKING:
    from llmroadmap.results.plan_in_turn import PlanInTurn  # only who has several has any


class Week(NamedTuple):
    """A week: steps finished, minutes studied, days of study."""

    steps: int
    minutes: int
    days: int


class WeekDay(NamedTuple):
    """A day of this week, and whether it is one of study; null for one still to come."""

    day: str
    is_active: bool | None


class RunningPause(NamedTuple):
    """A pause that covers today: its first and its last day, null while no end is set."""

    since: str
    until: str | None


class TodayResult(NamedTuple):
    """The dashboard. `streak`: days of study in a row; `is_first_run`: none ever.

    `days_away`: since the last day with any activity. `copies`: other versions of the progress that
    lie beside it and wait to be joined. `recall`: what is probably still known, null where
    recall is off. `without_estimate` of the steps left have none, and are not in `minutes_left`.
    `due`: what has a day of the learner's, the nearest first. `chapter`: that of the next step. `in_progress`: what has been
    started beside it. `resume`: the last time, after some days away. `end`: what the plan took, at
    its end. `plans`: those of `config share`, the least served first; then the week is that of all.
    """

    title: str
    is_first_run: bool
    done: int
    total: int
    percent: float
    minutes_left: int
    without_estimate: int
    stage: PartSummary | None
    chapter: PartSummary | None
    next: list[OfferedStep]
    in_progress: list[StepSummary]
    habits: list[HabitSummary]
    due: list[DueItem]
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
    plans: "list[PlanInTurn]"
