"""today: where you are, what is next, which habits are due, how the week goes."""

from llmroadmap.commands._copies import copies_waiting
from llmroadmap.commands._pace import outlook, still_known, week_target
from llmroadmap.core.days import iso, week_of
from llmroadmap.core.progress.habits import due, habit, streak
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Command
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import offered, part
from llmroadmap.results.today import RunningPause, TodayResult, Week
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="",
    examples=("llmroadmap", "llmroadmap today"),
)


def run(workspace: Workspace, prompts: Prompts) -> TodayResult:
    """Return what someone wants to see who opens the terminal; the first time, ask a few questions."""
    is_first_run = not workspace.progress.newest
    if is_first_run:
        from llmroadmap.commands._first_run import asked  # once in a learner's life

        workspace = asked(workspace, prompts)
    progress, lang = workspace.progress, workspace.lang
    today, week_starts = workspace.today, workspace.week_starts
    offers = next_steps(progress, 1)
    stage = progress.roadmap.stage_of(offers[0].node) if offers else None
    whole = tally(progress)
    return TodayResult(
        title=progress.roadmap.title(lang),
        is_first_run=is_first_run,
        done=whole.done,
        total=whole.total,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
        stage=None if stage is None else part(progress, stage, lang),
        next=[offered(progress, offer, lang) for offer in offers],
        habits=[
            habit(progress, n, today, lang, week_starts) for n in due(progress, today, week_starts)
        ],
        week=_week(progress, today, week_starts),
        streak=streak(progress.active_days, today, "daily", progress.pauses),
        days_away=today - max((day for day in progress.active_days if day <= today), default=today),
        copies=copies_waiting(workspace),
        target=week_target(workspace, progress),
        outlook=outlook(workspace, progress),
        recall=still_known(workspace, progress),
        pause=_pause(progress, today),
    )


def _pause(progress: Progress, today: int) -> RunningPause | None:
    for rest in progress.pauses:
        if rest.covers(today):
            return RunningPause(iso(rest.first), iso(rest.last) or None)
    return None


def _week(progress: Progress, today: int, week_starts: int) -> Week:
    this = week_of(today, week_starts)
    minutes = progress.roadmap.columns.minutes
    finished = [
        minutes[node]
        for node, day in enumerate(progress.finished)
        if day and week_of(day, week_starts) == this
    ]
    days = sum(week_of(day, week_starts) == this for day in progress.active_days)
    return Week(len(finished), sum(finished), days)
