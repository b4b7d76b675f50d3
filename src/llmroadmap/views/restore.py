"""restore: which copy, what came back with it, and the way back."""

from typing import TYPE_CHECKING

from llmroadmap.results.restore import RestoreResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._bars import bar_lines, bar_row
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import day_in_words, moment_in_words, separator

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: RestoreResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was done and how to go back."""
    copy = result.copy
    title = t("restore.restored", name=copy.name, day=day_in_words(copy.day, t))
    at = moment_in_words(result.newest, t) if result.newest else ""
    newest = t("restore.newest", at=at) if at else ""
    events = t("backup.copy_events", n=result.events)
    lines = [
        line((title, "key"), hanging_indent=2),
        line("  ", separator(t, events, newest), hanging_indent=2),
    ]
    if result.rescued:
        lines.append(line("  ", t("restore.rescued", n=result.rescued), hanging_indent=2))
    if result.left_out:
        lines.append(line("  ", t("restore.left_out", n=result.left_out), hanging_indent=2))
    lines += bar_lines([bar_row(stage, t) for stage in result.stages], screen, t)
    if result.way_back:
        command = f"llmroadmap restore {result.way_back}"
        lines.append(undo_line(t, command, t("restore.way_back")))
    elif result.kept_at:
        lines.append(
            line(
                "  ", (t("restore.kept_damaged"), "dim"), (result.kept_at, "dim"), hanging_indent=2
            )
        )
    return lines
