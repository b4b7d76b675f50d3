"""today: the dashboard; on the very first run, what this is and the first step."""

from typing import TYPE_CHECKING

from llmroadmap.results.summaries import OfferedStep
from llmroadmap.results.today import TodayResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._bars import bar_lines, bar_row
from llmroadmap.views._pace import outlook_line, pause_text, streak_fact, target_fact
from llmroadmap.views.next import habits_due
from llmroadmap.views.words import address, facts, hours, minutes, separator, standing, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_AWAY = 7  # days after which the last time is worth a look back


def show(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the dashboard."""
    if result.is_first_run:
        return _welcome(result, t)
    whole = standing(screen, t, result, 0, time=True)
    lines = [line((result.title, "title"), "  ", *[span._replace(style="dim") for span in whole])]
    if result.stage:
        lines += bar_lines([bar_row(result.stage, t)], screen, t)
    for step in result.next:
        lines += [BLANK, *_next(step, t)]
    if not result.next or result.next[0].optional:
        lines.append(line((t("next.all_done_title", n=result.done), "done")))
    if result.habits:
        lines += [BLANK, *habits_due(result.habits, t)]
    if result.copies:
        lines += [BLANK, to_type(t("today.waiting"), "llmroadmap doctor --fix", 0)]
    lines.append(BLANK)
    if result.pause:
        ended = t("pause.ends") if result.next else ""
        words = separator(t, pause_text(result.pause.until, t), ended)
        return [*lines, line((words, "dim"), hanging_indent=2)]
    lines.append(_back(result, t) if result.days_away >= _AWAY else _week(result, t))
    if result.outlook:
        lines.append(outlook_line(result.outlook, t))
    if result.recall and result.recall.to_recall:
        label = t("recall.left", n=result.recall.to_recall) + t("common.colon")
        lines.append(to_type(label, "llmroadmap recall", 0))
    return lines


def _welcome(result: TodayResult, t: "Texts") -> list[Line]:
    """Return what this is, the first step and how to go on, in a few lines."""
    steps = t("common.steps", n=result.total)
    about = t("today.welcome", steps=steps, time=hours(t, result.minutes_left))
    lines = [line((result.title, "title"), hanging_indent=0), line(about, hanging_indent=0)]
    lines += _how_long(result, t)
    if result.next:
        took = f"{t('common.between')}{minutes(t, result.next[0].minutes)}"
        lines += [BLANK, *_step(result.next[0], t("today.first_step"), took)]
        lines.append(to_type(t("today.begin"), "llmroadmap start"))
        lines.append(to_type(t("common.type_when_done"), "llmroadmap done"))
    return [*lines, BLANK, to_type(t("today.welcome_more"), "llmroadmap help", 0)]


# Minutes a week for who has no target: half an hour a day, and six hours.
_PACES = (("half_hour", 210), ("six_hours", 360))


def _how_long(result: TodayResult, t: "Texts") -> list[Line]:
    """Return how long the plan takes at the learner's own target, else at two usual paces."""
    own = result.target.target_minutes
    if own:
        text = t("today.at_own_pace", time=hours(t, own), long=_duration(result, own, t))
        return [line((text, "key"), hanging_indent=2)]
    return [
        line("  ", t.of("today.pace", name, long=_duration(result, pace, t)), hanging_indent=4)
        for name, pace in _PACES
    ]


def _duration(result: TodayResult, pace: int, t: "Texts") -> str:
    """Return how long the rest takes at so many minutes a week, as roughly as that is known."""
    months = result.minutes_left / pace / 4.35
    if months < 2:
        return t("today.weeks", n=max(round(months * 4.35), 1))
    if months < 18:
        return t("today.a_year") if 11 <= months <= 13.5 else t("today.months", n=round(months))
    years = round(months / 6) / 2
    return t("today.years", years=f"{years:g}")


def _next(step: OfferedStep, t: "Texts") -> list[Line]:
    label = t("common.now") if step.state == "started" else t("common.next_is")
    took = f"{t('common.between')}{minutes(t, step.minutes)}"
    done = to_type(t("common.type_when_done"), f"llmroadmap done {step.id}")
    return [*_step(step, label, took), done]


def _step(step: OfferedStep, label: str, took: str) -> list[Line]:
    head = line(
        (label, "key"), (step.id, "id"), "  ", (step.title, "title"), took, hanging_indent=2
    )
    return [head, *(address(link["url"], 2) for link in step.links[:1])]


def _back(result: TodayResult, t: "Texts") -> Line:
    away = t("log.days_ago", n=result.days_away)
    return to_type(t("today.welcome_back", ago=away), "llmroadmap resume", 0)


def _week(result: TodayResult, t: "Texts") -> Line:
    week = result.week
    parts = [
        target_fact(result.target, t),
        t("common.steps", n=week.steps),
        t("today.about_time", time=hours(t, week.minutes))
        if week.minutes and not result.target.target_minutes
        else "",
        t("today.active_days", n=week.days),
        streak_fact(result.target, t),
    ]
    return line((t("today.this_week"), "dim"), *facts(t, *parts), hanging_indent=2)
