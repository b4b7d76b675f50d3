"""What next and today say of several plans: the one served least first."""

from typing import NamedTuple

from llmroadmap.commands._pace import week_target
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.ledger import ledger
from llmroadmap.core.study.selection import next_steps
from llmroadmap.core.study.shares import WINDOW, least_served, parse_shares
from llmroadmap.core.study.streak import week_streak
from llmroadmap.core.study.time_off import TimeOff
from llmroadmap.results.plan_in_turn import PlanInTurn
from llmroadmap.results.summaries import WeekTarget, due_items, offered
from llmroadmap.storage.library import BUNDLED, all_roadmaps
from llmroadmap.storage.workspace import Workspace


class Several(NamedTuple):
    """The plans, the least served first, the progress of each, and the week that all of them had."""

    plans: list[PlanInTurn]
    progresses: list[Progress]
    week: WeekTarget


def several(workspace: Workspace, limit: int) -> Several:
    """Return the plans of `config share`, by default all with any progress, served least first.

    One that is gone or damaged is passed over: the others are still to be studied.
    """
    own = workspace.choice or workspace.settings.roadmap or BUNDLED
    shares = parse_shares(workspace.settings.share) or dict.fromkeys(_begun(workspace, own), 1)
    spaces: dict[str, Workspace] = {}
    minutes: dict[str, int] = {}
    for name in shares:
        space = workspace if name == own else workspace.of(name)
        try:
            minutes[name] = _minutes(space)
        except LlmroadmapError:
            continue
        spaces[name] = space
    ordered = least_served({name: shares[name] for name in spaces}, minutes)
    plans = [_plan(spaces[each], each, shares[each], minutes[each], own, limit) for each in ordered]
    progresses = [spaces[each].progress for each in ordered]
    return Several(plans, progresses, _week(workspace, progresses))


def _week(workspace: Workspace, progresses: list[Progress]) -> WeekTarget:
    """Return how this week stands, the time and the days of all plans together."""
    weeks = [week_target(workspace, progress) for progress in progresses]
    days = {day for progress in progresses for day in progress.study_days}
    pauses = [rest for progress in progresses for rest in progress.pauses]
    off = TimeOff(pauses, workspace.today)
    settings, starts = workspace.settings, workspace.week_starts
    kept = week_streak(sorted(days), workspace.today, off, settings.days_per_week, starts)
    return WeekTarget(
        minutes=sum(week.minutes for week in weeks),
        target_minutes=round(60 * settings.hours) or None,
        days=kept.days,
        target_days=settings.days_per_week,
        weeks_in_a_row=kept.length if settings.streak == "on" else None,
    )


def _begun(workspace: Workspace, own: str) -> list[str]:
    """Return the plan in use, and all others on which there is progress."""
    import os

    names = [entry.id for entry in all_roadmaps(workspace.locations)]
    begun = [n for n in names if os.path.exists(workspace.locations.progress(n))]
    return list(dict.fromkeys([own, *begun]))


def _minutes(workspace: Workspace) -> int:
    entries = ledger(workspace.progress, workspace.today - WINDOW + 1)
    return sum(entry.minutes for entry in entries)


def _plan(
    workspace: Workspace, name: str, share: int, minutes: int, own: str, limit: int
) -> PlanInTurn:
    progress, lang = workspace.progress, workspace.lang
    counts = tally(progress)
    return PlanInTurn(
        id=name,
        title=workspace.roadmap.title(lang),
        share=share,
        minutes=minutes,
        done=counts.done,
        total=counts.total,
        percent=counts.percent,
        line="" if name == own else f" --roadmap {name}",
        due=due_items(progress, lang)[:1],
        steps=[offered(progress, offer, lang) for offer in next_steps(progress, limit)],
    )
