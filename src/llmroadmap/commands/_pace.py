"""The learner's pace, and what follows from it: what when, today, status, done and stats share.

The forecast is only read by who has a record, the ledger by who has a target or asks for weeks.
"""

from typing import TYPE_CHECKING

from llmroadmap.core.days import first_day_of, iso, week_of
from llmroadmap.core.progress.progress import Progress
from llmroadmap.results.summaries import KnownSummary, Outlook, WeekTarget
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from llmroadmap.core.study.pace import Expected, Pace


def expected(workspace: Workspace) -> "Expected":
    """Return the pace of somebody without a record: the weekly target, else the plan's."""
    from llmroadmap.core.study.pace import PLAN, TARGET, USUAL_MINUTES, Expected

    hours = workspace.settings.hours
    return Expected(60 * hours, TARGET) if hours else Expected(USUAL_MINUTES, PLAN)


def paces_now(workspace: Workspace, progress: Progress) -> "list[Pace]":
    """Return the learner's pace as `study.pace.paces` does."""
    from llmroadmap.core.study.pace import paces

    begins = workspace.day_ends_at - 24 * 3600
    return paces(progress, workspace.today, begins, expected(workspace), workspace.week_starts)


def weekly_load(minutes: int, pace: "Pace", today: int, by: int) -> float:
    """Return the minutes a week, pauses aside, that bring `minutes` to an end by the day `by`."""
    from llmroadmap.core.study.forecast import pause_share

    return minutes / (max(by - today, 1) / 7) / (1 - pause_share(pace))


def day_of_setting(workspace: Workspace) -> int:
    """Return the day of `config finish_by` where it is still to come, else 0."""
    from datetime import date

    wanted = workspace.settings.finish_by
    day = date.fromisoformat(wanted).toordinal() if wanted else 0
    return day if day > workspace.today else 0


def outlook(workspace: Workspace, progress: Progress) -> Outlook | None:
    """Return when it will be done in a word, once the record or a setting of the learner's says."""
    by, today = day_of_setting(workspace), workspace.today
    has_record = bool(progress.active_days) and progress.active_days[0] <= today - 7
    left = progress.minutes_left()
    if not left or not (by or has_record):
        return None
    from llmroadmap.core.study.forecast import FARTHEST, middle

    pace, weeks = middle(left, paces_now(workspace, progress))
    days = round(7 * weeks)
    return Outlook(
        minutes_per_week=round(pace.minutes_per_week),
        basis=pace.basis,
        date=iso(today + days) if days <= FARTHEST else None,
        finish_by=iso(by) or None,
        needed_minutes_per_week=round(weekly_load(left, pace, today, by)) if by else None,
        days=days if days <= FARTHEST else None,
    )


def is_recall_on(workspace: Workspace, progress: Progress) -> bool:
    """Tell whether recall is shown beside other things: where it was asked for or used."""
    setting = workspace.settings.recall
    return setting == "on" or (setting == "auto" and progress.has_answers)


def still_known(workspace: Workspace, progress: Progress) -> KnownSummary | None:
    """Return how much of what is done is probably known; None where recall is off, or nothing is."""
    if not is_recall_on(workspace, progress):
        return None
    from llmroadmap.commands._recall import known, memories  # only for who recalls

    return known(workspace, progress, memories(workspace, progress))


def week_target(workspace: Workspace, progress: Progress) -> WeekTarget:
    """Return how this week stands against the weekly target, and the streak of weeks."""
    from llmroadmap.core.study.ledger import ledger, total
    from llmroadmap.core.study.streak import week_streak
    from llmroadmap.core.study.time_off import TimeOff

    settings, today, starts = workspace.settings, workspace.today, workspace.week_starts
    first = first_day_of(week_of(today, starts), starts)
    spent = total(entry for entry in ledger(progress, first) if entry.day <= today)
    off = TimeOff(progress.pauses, today)
    streak = week_streak(progress.study_days, today, off, settings.days_per_week, starts)
    return WeekTarget(
        minutes=spent.minutes,
        target_minutes=round(60 * settings.hours) or None,
        days=streak.days,
        target_days=settings.days_per_week,
        weeks_in_a_row=streak.length if settings.streak == "on" else None,
    )
