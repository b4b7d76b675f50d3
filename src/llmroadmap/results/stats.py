"""What `stats` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef, KnownSummary, WeekTarget


class WeekTotal(NamedTuple):
    """A week by its first day: minutes studied, steps finished, days with any of that.

    `done_minutes` of `scope_minutes`: how far the plan was at its end, by the plan's estimates.
    `mark`: `kept`, `forgiven`, `rested`, `missed` or `running`, "" before the first day.
    `plan_changed`: items were moved to other ids.
    """

    first_day: str
    minutes: int
    steps: int
    days: int
    done_minutes: int
    scope_minutes: int
    mark: str
    plan_changed: bool


class DayTotal(NamedTuple):
    """A day with any study; `level`: 1 to 4, by the learner's own quartiles of minutes."""

    day: str
    minutes: int
    steps: int
    level: int


class CourseTotal(NamedTuple):
    """What went into a course."""

    id: str
    title: str
    minutes: int
    steps: int


class KindTotal(NamedTuple):
    """What went into a kind of steps.

    `factor` is by what to multiply an estimate: real time against estimate of the `timed` steps,
    drawn towards 1. Null, as the minutes of those, where no time is known.
    """

    kind: str
    minutes: int
    steps: int
    timed: int
    actual_minutes: int | None
    estimate_minutes: int | None
    factor: float | None


class StatsResult(NamedTuple):
    """Statistics of all or of one part; `weeks` and `days` up to today, the oldest first.

    A finished step whose time is not known counts as long as its estimate. `bounds`: the minutes up
    to which levels 1, 2 and 3 go. `first_day` to `last_day`: the span of `days`.
    `recall`: how much of what is done is probably still known, null where recall is off.
    """

    title: str
    part: ItemRef | None
    minutes: int
    steps: int
    active_days: int
    study_weeks: int
    longest_row: int | None
    target: WeekTarget
    weeks: list[WeekTotal]
    days: list[DayTotal]
    first_day: str
    last_day: str
    week_starts: int
    bounds: list[int]
    courses: list[CourseTotal]
    kinds: list[KindTotal]
    recall: KnownSummary | None
