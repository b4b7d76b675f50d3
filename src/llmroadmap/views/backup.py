"""backup: the copies, the newest first, and what each of them is."""

from typing import TYPE_CHECKING

from llmroadmap.core.days import is_day
from llmroadmap.results.backup import BackupResult
from llmroadmap.results.backups import CopySummary
from llmroadmap.terminal.screen import Line, Screen, line, pad
from llmroadmap.views.error_details import size
from llmroadmap.views.words import day_in_words, typed, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: BackupResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return a line for each copy, and how to go back to one."""
    if not result.copies:
        return [line(t("backup.copies_none"))]
    lines = []
    if result.made:
        lines.append(line((t("backup.copy_made", name=result.made), "done")))
    lines.append(line((t("backup.copies_folder", folder=result.folder), "dim"), hanging_indent=2))
    rows = [_row(copy, t) for copy in result.copies]
    widths = [widest([row[index] for row in rows]) for index in range(4)]
    for row in rows:
        name, *rest = (pad(cell, widths[index]) for index, cell in enumerate(row[:4]))
        note = (row[4], "dim")
        lines.append(line("  ", (name, "id"), "  ", "  ".join(rest), "  ", note, hanging_indent=4))
    good = [copy.name for copy in result.copies if copy.events is not None]
    if good:
        how = typed(t("backup.copies_how"), f"llmroadmap restore {good[0]}", "dim", "dim")
        lines.append(line(*how))
    return lines


def _row(copy: CopySummary, t: "Texts") -> tuple[str, str, str, str, str]:
    good = copy.events is not None
    events = t("backup.copy_events", n=copy.events) if good else t("backup.copy_no_good")
    return copy.name, day_in_words(copy.day, t), events, size(copy.size), _about(copy.name, t)


def _about(name: str, t: "Texts") -> str:
    """Return what a copy is, as its name says; only a day alone is the copy of that day."""
    if is_day(name):
        return t("backup.copy_notes.day")
    kind = name.partition("-")[0]
    if kind.isdecimal():
        kind = "elsewhere" if is_day(name[:10]) and name[10:11] == "-" else "other"
    return t.maybe("backup.copy_notes", kind) or t("backup.copy_notes.other")
