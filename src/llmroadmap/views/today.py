"""today: what now, where you are, how the week goes, whether you are on course; after a gap, the way back."""

from typing import TYPE_CHECKING

from llmroadmap.results.summaries import OfferedStep
from llmroadmap.results.today import TodayResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._bars import bar_lines, bar_row, untimed, whole_text
from llmroadmap.views._pace import outlook_line, pause_text, streak_fact, target_fact
from llmroadmap.views.next import habits_due
from llmroadmap.views.words import (
    address,
    bar,
    facts,
    figures,
    hours,
    in_language,
    is_wide,
    minutes,
    separator,
    step_time,
    to_type,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.results.today import Week, WeekDay

_DUE = 2  # days that were set, at most
# The widest bar of the whole: each of 320 steps is seen to move it.
_WHOLE = 40


def show(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the dashboard."""
    if result.is_first_run:
        return _welcome(result, t)
    if result.resume:
        from llmroadmap.views.resume import show as show_resume  # only for who was away

        return show_resume(result.resume, screen, t) + _copies(result, t)
    if result.plans:
        from llmroadmap.views._plans_in_turn import plan_lines  # only for who has several

        return [*plan_lines(result.plans, screen, t), *_foot(result, screen, t)]
    lines = [line((result.title, "title"), hanging_indent=2), *_whole(result, screen, t)]
    if result.end:
        lines += [BLANK, *_end(result, screen, t)]
    else:
        parts = [bar_row(result.stage, t)] if result.stage else []
        if result.chapter:
            parts.append(bar_row(result.chapter, t, is_small=True))
        lines += bar_lines(parts, screen, t)
        for step in result.next:
            lines += [BLANK, *_next(step, t)]
    lines += [_beside(step.id, step.title, t) for step in result.in_progress]
    return lines + _foot(result, screen, t)


def _foot(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what does not belong to one step: the week, the pace, days that were set, habits."""
    lines = [*_copies(result, t), BLANK]
    if result.due and not result.plans:
        from llmroadmap.views._due import due_lines  # only where anything has a day

        lines += due_lines(result.due, _DUE, t)
    if result.pause:
        ended = t("pause.ends") if result.next else ""
        words = separator(t, pause_text(result.pause.until, t), ended)
        return [*lines, line((words, "dim"), hanging_indent=2)]
    lines += _week(result, screen, t)
    if result.outlook:
        lines.append(outlook_line(result.outlook, t))
    if result.recall and result.recall.to_recall:
        label = t("recall.left", n=result.recall.to_recall) + t("common.colon")
        lines.append(to_type(label, "llmroadmap recall", 0))
    return lines + (habits_due(result.habits, t) if result.habits else [])


def _welcome(result: TodayResult, t: "Texts") -> list[Line]:
    """Return what this is, the first step and how to go on, in a few lines."""
    steps = t("common.steps", n=result.total)
    known = t("today.about_time", time=hours(t, result.minutes_left)) if result.minutes_left else ""
    size = t("common.comma").join(filter(None, (steps, known, untimed(result, t))))
    about = t("today.welcome", size=size)
    if result.chapter:  # it has courses and groups, which want a word
        about += t.language.sentence_separator + t("today.levels")
    lines = [line((result.title, "title"), hanging_indent=0), line(about, hanging_indent=0)]
    lines += _how_long(result, t)
    if result.next:
        took = f"{t('common.between')}{step_time(t, result.next[0])}"
        lines += [BLANK, *_step(result.next[0], t("today.first_step"), took)]
        lines.append(to_type(t("today.begin"), "llmroadmap start"))
        lines.append(to_type(t("common.type_when_done"), "llmroadmap done"))
    lines += [BLANK, to_type(t("today.welcome_more"), "llmroadmap help", 0)]
    if result.target.target_minutes:  # what was just answered can be changed
        lines.append(to_type(t("today.welcome_settings"), "llmroadmap config", 0))
    return lines


# Minutes a week for who has no target: half an hour a day, and six hours.
_PACES = (("half_hour", 210), ("six_hours", 360))


def _how_long(result: TodayResult, t: "Texts") -> list[Line]:
    """Return how long the plan takes at the learner's own target, else at two usual paces."""
    own = result.target.target_minutes
    if own:
        text = t("today.at_own_pace", time=minutes(t, own), long=_duration(result, own, t))
        return [line((text, "key"), hanging_indent=2)]
    return [
        line("  ", t.of("today.pace", name, long=_duration(result, pace, t)), hanging_indent=4)
        for name, pace in _PACES
    ]


def _duration(result: TodayResult, pace: int, t: "Texts") -> str:
    """Return how long the rest takes at so many minutes a week, as roughly as that is known."""
    months = (result.minutes_left + 30 * result.without_estimate) / pace / 4.35
    if months < 2:
        return t("today.weeks", n=max(round(months * 4.35), 1))
    if months < 18:
        return t("today.a_year") if 11 <= months <= 13.5 else t("today.months", n=round(months))
    years = round(months / 6) / 2
    return t("today.years", years=f"{years:g}")


def _whole(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    text, more = whole_text(result, t), untimed(result, t)
    room = screen.width - display_width(text) - 4
    below = [line("  ", (more, "dim"), hanging_indent=2)] if more else []
    if not result.total or room < _WHOLE // 2:
        return [line("  ", (text, "dim")), *below]
    drawn = bar(screen, result.done, result.total, min(room, _WHOLE))
    return [line("  ", *drawn, "  ", figures(text)), *below]


def _end(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    from llmroadmap.views._moments import moment_lines  # only where all is done

    done = line((t("next.all_done_title", n=result.done), "done"))
    return [done, *(moment_lines([result.end], screen, t) if result.end else [])]


def _copies(result: TodayResult, t: "Texts") -> list[Line]:
    if not result.copies:
        return []
    return [BLANK, to_type(t("today.waiting"), "llmroadmap doctor --fix", 0)]


def _next(step: OfferedStep, t: "Texts") -> list[Line]:
    label = t("common.now") if step.state == "started" else t("common.next_is")
    kind = t.of("common.kinds", step.kind)
    took = f"{t('common.between')}{separator(t, kind, step_time(t, step), in_language(t, step.language))}"
    done = to_type(t("common.type_when_done"), f"llmroadmap done {step.id}")
    return [*_step(step, label, took), done]


def _step(step: OfferedStep, label: str, took: str) -> list[Line]:
    head = line(
        (label, "key"), (step.id, "id"), "  ", (step.title, "title"), took, hanging_indent=2
    )
    return [head, *(address(link["url"], 2) for link in step.links[:1])]


def _beside(name: str, title: str, t: "Texts") -> Line:
    label = t("today.also_in_progress")
    return line((label, "started"), (name, "id"), f"  {title}", hanging_indent=2)


def _week(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the days of this week, what they came to, and last week where this one is still empty."""
    week = result.week
    days = "".join(_day_sign(day, result.today, screen) for day in result.week_days)
    parts = [target_fact(result.target, t)]
    if week.days:
        parts += [t("today.active_days", n=week.days), _steps_and_time(result, week, t)]
    elif not result.target.minutes:
        parts.append(t("today.not_begun"))
    parts.append(streak_fact(result.target, t))
    label = t("today.this_week")
    shape = (days, "done"), "  "
    words = facts(t, *parts)
    lines = [
        line(
            (label, "dim"),
            *(shape if is_wide(screen) and not screen.is_plain else ()),
            *words,
            hanging_indent=2,
        )
    ]
    if not week.days and result.last_week.days:
        last = t("today.active_days", n=result.last_week.days), _time(result.last_week, t)
        lines.append(
            line((t("today.last_week"), "dim"), *facts(t, *last, style="dim"), hanging_indent=2)
        )
    return lines


def _day_sign(day: "WeekDay", today: str, screen: Screen) -> str:
    """Return the sign of a day: studied on, today and still open, any other."""
    studied, other, open_today = "■·○" if screen.is_unicode else "#.o"
    if day.is_active:
        return studied
    return open_today if day.day == today else other


def _steps_and_time(result: TodayResult, week: "Week", t: "Texts") -> str:
    if result.target.target_minutes:
        return t("common.steps", n=week.steps) if week.steps else ""
    return _time(week, t)


def _time(week: "Week", t: "Texts") -> str:
    time = minutes(t, week.minutes) if week.minutes else ""
    return separator(t, t("common.steps", n=week.steps) if week.steps else "", time)
