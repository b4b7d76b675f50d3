"""Habits: what is checked in again and again, and for how long without a gap."""

from collections.abc import Iterable

from llmroadmap.core.days import week_of
from llmroadmap.core.progress.progress import (
    DONE,
    SKIPPED,
    STARTED,
    UNCOUNTED,
    Progress,
    Rest,
)
from llmroadmap.core.records import NamedTuple

DAILY, WEEKLY = "daily", "weekly"


class HabitSummary(NamedTuple):
    """A habit: its rhythm, whether it is due, and how many days or weeks it has been kept."""

    id: str
    title: str
    repeat: str
    minutes: int
    due: bool
    streak: int


def streak(
    days: Iterable[int], today: int, repeat: str, pauses: Iterable[Rest] = (), week_starts: int = 0
) -> int:
    """Return how many days or weeks in a row, up to now, have one of `days`.

    Today, or this week, may still come. What a pause covers is forgiven, up to the next of `days`.
    """

    def period(day: int) -> int:
        return week_of(day, week_starts) if repeat == WEEKLY else day

    kept = {period(day) for day in days if day <= today}
    now = period(today)
    spans = {(period(r.first), period(r.last or today)) for r in pauses if r.first <= today}
    resting = _resting(kept, spans, now)
    at = now if now in kept or now in resting else now - 1
    length = 0
    while at in kept or at in resting:
        length += at in kept
        at -= 1
    return length


def _resting(kept: set[int], pauses: set[tuple[int, int]], now: int) -> set[int]:
    """Return the periods without a check-in that a pause, first to last period, covers."""
    resting: set[int] = set()
    for first, last in pauses:
        # Said after the day's or week's check-in, it is about what comes next.
        at = first + 1 if first in kept else first
        while at <= min(last, now) and at not in kept:
            resting.add(at)
            at += 1
    return resting


def under_way(progress: Progress) -> list[int]:
    """Return the stages whose habits are due: the first unfinished one, and others with any study.

    Skipping a course of a stage does not begin it. The last stage stays when all are finished.
    """
    stages = progress.roadmap.stages()
    unfinished = [stage for stage in stages if progress.left(stage)]
    if not unfinished:
        return list(stages[-1:])
    return [s for s in unfinished if s == unfinished[0] or _is_studied(progress, s)]


def _is_studied(progress: Progress, group: int) -> bool:
    """Tell whether any step in `group` is begun or done, optional ones too."""
    states = progress.states[group : progress.roadmap.columns.end[group]]
    return any(state in states for state in _STUDIED)


_STUDIED = (STARTED, DONE, STARTED + UNCOUNTED, DONE + UNCOUNTED)


def _is_dropped(progress: Progress, habit: int) -> bool:
    """Tell whether the learner has skipped the course that a habit belongs to."""
    group = progress.roadmap.columns.parent[habit]
    if progress.roadmap.is_stage(group) or progress.left(group):
        return False
    return not _is_studied(progress, group) and progress.count(SKIPPED, group) > 0


def due(progress: Progress, today: int, week_starts: int = 0) -> list[int]:
    """Return the habits to check in today, in file order."""
    roadmap = progress.roadmap
    if not roadmap.has_habits:
        return []
    stages = under_way(progress)
    return [
        node
        for node in roadmap.habits()
        if roadmap.stage_of(node) in stages
        and not roadmap.is_muted(node)
        and not _is_dropped(progress, node)
        and not is_checked(progress, node, today, week_starts)
    ]


def is_checked(progress: Progress, node: int, today: int, week_starts: int = 0) -> bool:
    """Tell whether the habit has its check-in for today, or for this week."""
    days = progress.details(node).get("days", ())
    if progress.roadmap.item(node).repeat == WEEKLY:
        week = week_of(today, week_starts)
        return any(week_of(day, week_starts) == week for day in days)
    return today in days


def habit(
    progress: Progress, node: int, today: int, lang: str, week_starts: int = 0
) -> HabitSummary:
    """Return what is known of the habit `node` on the day `today` (an ordinal)."""
    item = progress.roadmap.item(node)
    days = progress.details(node).get("days", [])
    return HabitSummary(
        id=item.id,
        title=item.title(lang),
        repeat=item.repeat,
        minutes=item.minutes,
        due=not is_checked(progress, node, today, week_starts),
        streak=streak(days, today, item.repeat, progress.pauses, week_starts),
    )
