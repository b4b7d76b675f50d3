"""What `when` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef


class PaceSummary(NamedTuple):
    """Estimated minutes finished in a week of study, over how many study weeks, since which day."""

    minutes_per_week: int
    study_weeks: float
    since: str | None


class Estimate(NamedTuple):
    """When it will be done in study time: p10, p25, p50, p75, p90.

    A date is null where it is more than ten years away.
    """

    study_weeks: dict[str, float]
    dates: dict[str, str | None]


class WithPauses(NamedTuple):
    """When it will be done with pauses like the learner's own: p10, p50, p90.

    `pauses`: how many there were; `coverage`: in which share of cases such a range held.
    """

    dates: dict[str, str | None]
    pauses: int
    coverage: float


class WhatIf(NamedTuple):
    """When it would be done, in even odds, at another pace."""

    minutes_per_week: int
    study_weeks: float
    date: str | None


class LeaveOutPart(NamedTuple):
    """A part that could be left out, and what is left to do of it."""

    id: str
    title: str
    minutes: int


class CheckedMonth(NamedTuple):
    """What would have been said at the end of a month.

    `date`: when all would be done. The weeks are those of study from that day to what is done by
    now: the 4-in-5 range, its middle, and how many it took.
    """

    day: str
    date: str | None
    earliest_weeks: float
    expected_weeks: float
    latest_weeks: float
    took_weeks: float
    held: bool


class WhenResult(NamedTuple):
    """When a part, or all, will be done. What is not known is null.

    `left_minutes`: of the part and of what comes before it. `without_estimate` of the steps left in the
    part have none, and are reckoned with half an hour. `basis`: where the pace comes from,
    `history`, `target` or `plan`. `needed_minutes_per_week`: what `by` asks for. `formula`: the
    version of what is reckoned. `is_why`: the numbers behind it were asked for.
    """

    title: str
    part: ItemRef | None
    left_minutes: int
    without_estimate: int
    pace: PaceSummary
    estimate: Estimate | None
    with_pauses: WithPauses | None
    away_days: int | None
    basis: str
    by: str | None
    needed_minutes_per_week: int | None
    leave_out: list[LeaveOutPart]
    what_if: WhatIf | None
    checks: list[CheckedMonth] | None
    formula: int
    is_why: bool
