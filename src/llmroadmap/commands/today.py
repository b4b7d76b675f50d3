"""today: where you are, what is next, which habits are due, how the week goes."""

from llmroadmap.commands._copies import copies_waiting
from llmroadmap.commands._pace import outlook, still_known, week_target
from llmroadmap.core.days import first_day_of, iso, week_of
from llmroadmap.core.progress.habits import due, habit, streak
from llmroadmap.core.progress.overview import chapter_of, tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Command
from llmroadmap.prompts import Prompts
from llmroadmap.results.moments import Moment
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import PartSummary, offered, part, step
from llmroadmap.results.today import RunningPause, TodayResult, Week, WeekDay
from llmroadmap.storage.workspace import Workspace

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
    today, week_starts = workspace.today, workspace.week_starts
    offers = next_steps(progress, 1)
    first = offers[0].node if offers else None
    whole, pause = tally(progress), _pause(progress, today)
    away = today - max((day for day in progress.active_days if day <= today), default=today)
    weeks = _weeks(progress, today, week_starts)
    return TodayResult(
        title=progress.roadmap.title(lang),
        is_first_run=is_first_run,
        done=whole.done,
        total=whole.total,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
        stage=None if first is None else part(progress, progress.roadmap.stage_of(first), lang),
        chapter=_chapter(progress, first, lang),
        next=[offered(progress, offer, lang) for offer in offers],
        in_progress=[step(progress, node, lang) for node in progress.started() if node != first],
        habits=[
            habit(progress, n, today, lang, week_starts) for n in due(progress, today, week_starts)
        ],
        today=iso(today),
        week=weeks[1],
        last_week=weeks[0],
        week_days=_week_days(progress, today, week_starts),
        streak=streak(progress.active_days, today, "daily", progress.pauses),
        days_away=away,
        copies=copies_waiting(workspace),
        target=week_target(workspace, progress),
        outlook=outlook(workspace, progress),
        recall=still_known(workspace, progress),
        pause=pause,
        resume=_resume(workspace) if away >= AWAY and not pause else None,
        end=None if progress.left() or not whole.done else _end(workspace, progress),
    )


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


def _weeks(progress: Progress, today: int, week_starts: int) -> list[Week]:
    """Return what last week and this one came to."""
    this = week_of(today, week_starts)
    begins = first_day_of(this - 1, week_starts)
    minutes = progress.roadmap.columns.minutes
    recent = [(day, minutes[node]) for node, day in enumerate(progress.finished) if day >= begins]
    weeks = []
    for week in (this - 1, this):
        finished = [length for day, length in recent if week_of(day, week_starts) == week]
        days = sum(week_of(day, week_starts) == week for day in progress.active_days)
        weeks.append(Week(len(finished), sum(finished), days))
    return weeks


def _week_days(progress: Progress, today: int, week_starts: int) -> list[WeekDay]:
    first, active = first_day_of(week_of(today, week_starts), week_starts), progress.active_days
    return [
        WeekDay(iso(day), day in active if day <= today else None)
        for day in range(first, first + 7)
    ]
