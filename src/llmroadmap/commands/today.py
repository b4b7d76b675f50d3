"""today: where you are, what is next, which habits are due, how the week goes."""

from typing import TYPE_CHECKING

from llmroadmap.commands._copies import copies_waiting
from llmroadmap.commands._pace import outlook, still_known, week_target
from llmroadmap.core.days import first_day_of, iso, week_of
from llmroadmap.core.progress.habits import due, habit, streak
from llmroadmap.core.progress.overview import chapter_of, tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.ledger import by_week, ledger
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Command
from llmroadmap.prompts import Prompts
from llmroadmap.results.moments import Moment
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import PartSummary, due_items, offered, part, step
from llmroadmap.results.today import RunningPause, TodayResult, Week, WeekDay
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from llmroadmap.commands._plans_in_turn import Several

COMMAND = Command(
    group="day",
    after="",
    examples=("llmroadmap", "llmroadmap today"),
)


AWAY = 7  # days after which the last time is worth a look back


def run(workspace: Workspace, prompts: Prompts) -> TodayResult:
    """Return what someone wants to see who opens the terminal; the first time, ask a few questions."""
    is_first_run = not workspace.progress.newest
    if is_first_run:
        from llmroadmap.commands._first_run import asked  # once in a learner's life

        workspace = asked(workspace, prompts)
    progress, lang = workspace.progress, workspace.lang
    several = _several(workspace) if workspace.settings.share and not workspace.choice else None
    today, week_starts = workspace.today, workspace.week_starts
    offers = next_steps(progress, 1)
    first = offers[0].node if offers else None
    whole, pause = tally(progress), _pause(progress, today)
    every = several.progresses if several else [progress]
    active = sorted({day for each in every for day in each.active_days})
    studied = sorted({day for each in every for day in each.study_days})
    away = today - max((day for day in active if day <= today), default=today)
    weeks = _weeks(every, studied, today, week_starts)
    return TodayResult(
        title=progress.roadmap.title(lang),
        is_first_run=is_first_run,
        done=whole.done,
        total=whole.total,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
        without_estimate=whole.without_estimate,
        stage=None if first is None else part(progress, progress.roadmap.stage_of(first), lang),
        chapter=_chapter(progress, first, lang),
        next=[offered(progress, offer, lang) for offer in offers],
        in_progress=[step(progress, node, lang) for node in progress.started() if node != first],
        habits=[
            habit(progress, n, today, lang, week_starts) for n in due(progress, today, week_starts)
        ],
        due=due_items(progress, lang),
        today=iso(today),
        week=weeks[1],
        last_week=weeks[0],
        week_days=_week_days(studied, today, week_starts),
        streak=streak(studied, today, "daily", progress.pauses),
        days_away=away,
        copies=copies_waiting(workspace),
        target=several.week if several else week_target(workspace, progress),
        outlook=None if several else outlook(workspace, progress),
        recall=still_known(workspace, progress),
        pause=pause,
        resume=_resume(workspace) if away >= AWAY and not (pause or several) else None,
        end=None if several or progress.left() or not whole.done else _end(workspace, progress),
        plans=several.plans if several else [],
    )


def _several(workspace: Workspace) -> "Several":
    from llmroadmap.commands._plans_in_turn import several  # only for who shares out the time

    return several(workspace, 1)


def _chapter(progress: Progress, node: int | None, lang: str) -> PartSummary | None:
    chapter = None if node is None else chapter_of(progress, node)
    return None if chapter is None else part(progress, chapter, lang)


def _resume(workspace: Workspace) -> ResumeResult:
    from llmroadmap.commands.resume import run as resume  # only for who was away

    return resume(workspace)


def _end(workspace: Workspace, progress: Progress) -> Moment:
    from llmroadmap.commands._moments import moment  # only where all is done

    return moment(workspace, progress)


def _pause(progress: Progress, today: int) -> RunningPause | None:
    for rest in progress.pauses:
        if rest.covers(today):
            return RunningPause(iso(rest.first), iso(rest.last) or None)
    return None


def _weeks(every: list[Progress], studied: list[int], today: int, week_starts: int) -> list[Week]:
    """Return what last week and this one came to."""
    this = week_of(today, week_starts)
    begins = first_day_of(this - 1, week_starts)
    entries = [
        entry for progress in every for entry in ledger(progress, begins) if entry.day <= today
    ]
    sums = by_week(entries, this - 1, this, week_starts)
    weeks = []
    for week in (this - 1, this):
        days = sum(week_of(day, week_starts) == week for day in studied if day <= today)
        weeks.append(Week(sums[week].steps, sums[week].minutes, days))
    return weeks


def _week_days(studied: list[int], today: int, week_starts: int) -> list[WeekDay]:
    first = first_day_of(week_of(today, week_starts), week_starts)
    return [
        WeekDay(iso(day), day in studied if day <= today else None)
        for day in range(first, first + 7)
    ]
