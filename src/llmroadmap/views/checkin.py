"""checkin: the habits kept, their streaks, and what is still due."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.results.checkin import CheckinResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.next import habits_due
from llmroadmap.views.words import day_in_words, sign

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: CheckinResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `checkin`."""
    lines = [_habit(habit, sign(screen, "done"), "", t) for habit in result.checked_in]
    lines += [
        _habit(habit, sign(screen, "done"), t("checkin.checked_already"), t)
        for habit in result.already
    ]
    if result.checked_in:
        if result.on:
            lines.append(line("  ", t("common.counted_for", day=day_in_words(result.on, t))))
        lines.append(undo_line(t, "llmroadmap undo"))
    elif not result.already:
        lines.append(line(t("checkin.no_habit_due")))
    if result.still_due:
        lines += [BLANK, *habits_due(result.still_due, t)]
    return lines


def _habit(habit: HabitSummary, mark: Span, text: str, t: "Texts") -> Line:
    streak = t.of("checkin.streaks", habit.repeat, n=habit.streak) if habit.streak > 1 else ""
    spans = mark, " ", (habit.id, "id"), "  ", (habit.title, "title")
    return line(*spans, f"  {streak}", (f"  {text}" if text else "", "dim"), hanging_indent=2)
