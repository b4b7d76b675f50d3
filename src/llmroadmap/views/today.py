"""today: the dashboard; on the very first run, what this is and the first step."""

from typing import TYPE_CHECKING

from llmroadmap.commands.today import TodayResult
from llmroadmap.core.summaries import OfferedStep
from llmroadmap.views._steps import stage_line
from llmroadmap.views.next import habits_due
from llmroadmap.views.terminal import BLANK, Line, Screen, Span, line
from llmroadmap.views.words import address, hours, minutes, plural, separator

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts

_AWAY = 7  # days after which the last time is worth a look back


def show(result: TodayResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the dashboard."""
    if result.is_first_run:
        return _welcome(result, t)
    left = t["hours_left"].format(time=hours(t, result.minutes_left)) if result.minutes_left else ""
    whole = separator(
        t, f"{result.done}/{result.total}", t["percent"].format(n=result.percent), left
    )
    lines = [line((result.title, "title"), (f"  {whole}", "dim"), hang=2)]
    if result.stage:
        lines.append(stage_line(result.stage, screen, t))
    for step in result.next:
        lines += [BLANK, *_next(step, t)]
    if not result.next or result.next[0].optional:
        lines.append(line((t["all_done_title"].format(n=result.done), "done")))
    if result.habits:
        lines += [BLANK, *habits_due(result.habits, t)]
    return [*lines, BLANK, _back(result, t) if result.days_away >= _AWAY else _week(result, t)]


def _welcome(result: TodayResult, t: "Texts") -> list[Line]:
    """Return three lines: what this is, the first step, how to go on."""
    about = t["welcome"].format(title=result.title, steps=plural(t["steps"], result.total))
    lines = [line(about, hang=2)]
    if result.next:
        step = result.next[0]
        url = step.links[0]["url"] if step.links else ""
        lines.append(
            line(
                (t["first_step"], "key"),
                (step.id, "id"),
                "  ",
                (step.title, "title"),
                "  ",
                Span(url, "link", url),
                hang=2,
            )
        )
        lines.append(line(t["welcome_type"].format(done=f"llmroadmap done {step.id}"), hang=2))
    return lines


def _next(step: OfferedStep, t: "Texts") -> list[Line]:
    label = t["now"] if step.state == "started" else t["next_is"]
    took = f"{t['between']}{minutes(t, step.minutes)}"
    head = line((label, "key"), (step.id, "id"), "  ", (step.title, "title"), took, hang=2)
    links = [address(link["url"], 2) for link in step.links[:1]]
    done = line("  ", t["type_when_done"], (f"llmroadmap done {step.id}", "key"))
    return [head, *links, done]


def _back(result: TodayResult, t: "Texts") -> Line:
    away = plural(t["days_ago"], result.days_away)
    return line(t["welcome_back"].format(ago=away), ("llmroadmap resume", "key"), hang=2)


def _week(result: TodayResult, t: "Texts") -> Line:
    week = result.week
    parts = [
        plural(t["steps"], week.steps),
        hours(t, week.minutes) if week.minutes else "",
        plural(t["active_days"], week.days),
        plural(t["day_streak"], result.streak) if result.streak > 1 else "",
    ]
    return line((t["this_week"], "dim"), separator(t, *parts), hang=2)
