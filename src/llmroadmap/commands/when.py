"""when: when you will be done."""

from typing import Annotated

from llmroadmap.commands._pace import day_of_setting, expected, paces_now, weekly_load
from llmroadmap.core.days import iso
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.ahead import could_leave_out, minutes_ahead
from llmroadmap.core.study.forecast import (
    COVERAGE,
    FORMULA,
    Forecast,
    day_after,
    forecast,
    pause_share,
)
from llmroadmap.core.study.pace import Pace, record
from llmroadmap.core.study.review import check
from llmroadmap.core.study.time_off import TimeOff
from llmroadmap.declaration import Argument, ComingDay, Command, DaysAWeek, Option, Part, Rate
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import item_ref
from llmroadmap.results.when import (
    CheckedMonth,
    Estimate,
    LeaveOutPart,
    PaceSummary,
    WhatIf,
    WhenResult,
    WithPauses,
)
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="status",
    examples=(
        "llmroadmap when",
        "llmroadmap when s1 --why",
        "llmroadmap when --hours 6/week",
        "llmroadmap when --minutes 30/day",
        "llmroadmap when --by 2028-06-30",
        "llmroadmap when --check",
    ),
)

_Hours = Annotated[float, Option("--hours", help="when.hours", kind=Rate("--hours", "hours"))]
_Days = Annotated[float, Option("--days", help="when.days", kind=DaysAWeek("--days"))]
_Minutes = Annotated[
    float, Option("--minutes", help="when.minutes", kind=Rate("--minutes", "minutes"))
]


def run(
    workspace: Workspace,
    prompts: Prompts,
    part: Annotated[list[str] | None, Argument(Part(), help="when.part")] = None,
    why: Annotated[bool, Option("--why", help="when.why")] = False,
    hours: _Hours = 0.0,
    days: _Days = 0.0,
    minutes: _Minutes = 0.0,
    by: Annotated[str, Option("--by", help="when.by", kind=ComingDay())] = "",
    check: Annotated[bool, Option("--check", help="when.check")] = False,
) -> WhenResult:
    """Return when all, or a part, will be done, in study time and with pauses."""
    node = find_item(workspace, part, prompts.resolve_ambiguity) if part else None
    progress, lang = workspace.progress, workspace.lang
    left = minutes_ahead(progress, node)
    said = forecast(left, paces_now(workspace, progress), workspace.today)
    until = _coming_day(by, workspace) if by else _day_meant(workspace, node)
    other = _other_pace(workspace, said.pace, hours, days, minutes)
    return WhenResult(
        title=workspace.roadmap.title(lang),
        part=None if node is None else item_ref(progress, node, lang),
        left_minutes=left,
        without_estimate=progress.untimed_left(node),
        pace=PaceSummary(
            minutes_per_week=round(said.pace.minutes_per_week),
            study_weeks=round(said.pace.study_days / 7, 1),
            since=iso(said.pace.since) or None,
        ),
        estimate=_estimate(said) if left else None,
        with_pauses=_with_pauses(said) if left else None,
        away_days=said.pace.away if said.pace.since else None,
        basis=said.pace.basis,
        by=iso(until) or None,
        needed_minutes_per_week=round(weekly_load(left, said.pace, workspace.today, until))
        if until and left
        else None,
        leave_out=_leave_out(workspace, said, until) if until and node is None else [],
        what_if=_what_if(left, other, workspace.today) if other and left else None,
        checks=_checks(workspace, progress) if check else None,
        formula=FORMULA,
        is_why=why,
    )


def _day_meant(workspace: Workspace, node: int | None) -> int:
    """Return the learner's own day for a part if it is to come, of the whole that of the settings."""
    if node is None:
        return day_of_setting(workspace)
    day = dict(workspace.roadmap.due).get(node, 0)
    return day if day > workspace.today else day_of_setting(workspace)


def _coming_day(text: str, workspace: Workspace) -> int:
    from llmroadmap.commands._values import typed_coming_day  # only for a day that was given

    return typed_coming_day(text, workspace.today, workspace.week_starts, "--by")


def _other_pace(
    workspace: Workspace, pace: Pace, hours: float, days: float, minutes: float
) -> float:
    """Return the minutes a week of the options, 0 without one: times are a week's already."""
    if hours:
        return hours
    if not days:
        return minutes
    if minutes:
        return minutes / 7 * days
    active = [day for day in workspace.progress.active_days if day >= pace.since]
    usual: float = workspace.settings.days_per_week
    if pace.since and pace.study_days >= 7:
        usual = 7 * len(active) / pace.study_days
    return pace.minutes_per_week / max(usual, 1) * days


def _iso(day: int) -> str | None:
    return iso(day) or None


def _estimate(said: Forecast) -> Estimate:
    return Estimate(
        study_weeks={name: round(weeks, 1) for name, weeks in said.weeks.items()},
        dates={name: _iso(day) for name, day in said.days.items()},
    )


def _with_pauses(said: Forecast) -> WithPauses:
    dates = {name: _iso(day) for name, day in said.with_pauses.items()}
    return WithPauses(dates=dates, pauses=said.pauses, coverage=COVERAGE)


def _what_if(left: int, per_week: float, today: int) -> WhatIf:
    weeks = left / per_week
    return WhatIf(
        minutes_per_week=round(per_week),
        study_weeks=round(weeks, 1),
        date=_iso(day_after(today, 7 * weeks)),
    )


def _leave_out(workspace: Workspace, said: Forecast, until: int) -> list[LeaveOutPart]:
    weeks = (until - workspace.today) / 7 * (1 - pause_share(said.pace))
    excess = said.minutes - said.pace.minutes_per_week * weeks
    if excess <= 0:
        return []
    lang = workspace.lang
    return [
        LeaveOutPart(
            **item_ref(workspace.progress, each.node, lang)._asdict(), minutes=each.minutes
        )
        for each in could_leave_out(workspace.progress, excess)
    ]


def _checks(workspace: Workspace, progress: Progress) -> list[CheckedMonth]:
    today = workspace.today
    rows = check(
        record(progress, today),
        today,
        TimeOff(progress.pauses, today),
        expected(workspace),
        progress.minutes_left(),
    )
    return [
        CheckedMonth(
            day=iso(row.day),
            date=_iso(row.end),
            earliest_weeks=round(row.earliest, 1),
            expected_weeks=round(row.expected, 1),
            latest_weeks=round(row.latest, 1),
            took_weeks=round(row.took, 1),
            held=row.held,
        )
        for row in rows
    ]
