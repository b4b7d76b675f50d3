"""backup: the copies, the newest first, and what each of them is."""

from typing import TYPE_CHECKING

from llmroadmap.locales import care
from llmroadmap.results.backup import BackupResult
from llmroadmap.results.backups import CopySummary
from llmroadmap.terminal.screen import Line, Screen, line, padded
from llmroadmap.views.faults import size
from llmroadmap.views.words import day_in_words, plural, typed, widest

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Care, Texts


def show(result: BackupResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return a line for each copy, and how to go back to one."""
    words = care(t["lang"])
    if not result.copies:
        return [line(words["copies_none"])]
    lines = []
    if result.made:
        lines.append(line((words["copy_made"].format(name=result.made), "done")))
    lines.append(line((words["copies_folder"].format(folder=result.folder), "dim"), hang=2))
    rows = [_row(copy, words, t) for copy in result.copies]
    widths = [widest([row[place] for row in rows]) for place in range(4)]
    for row in rows:
        name, *rest = (padded(cell, widths[place]) for place, cell in enumerate(row[:4]))
        note = (row[4], "dim")
        lines.append(line("  ", (name, "id"), "  ", "  ".join(rest), "  ", note, hang=4))
    good = [copy.name for copy in result.copies if copy.events is not None]
    if good:
        how = typed(words["copies_how"], f"llmroadmap restore {good[0]}", "dim", "dim")
        lines.append(line(*how))
    return lines


def _row(copy: CopySummary, words: "Care", t: "Texts") -> tuple[str, str, str, str, str]:
    good = copy.events is not None
    events = plural(words["copy_events"], copy.events or 0) if good else words["copy_no_good"]
    kind = copy.name.partition("-")[0]
    about = words["copy_notes"].get(kind, words["copy_notes"][""])
    return copy.name, day_in_words(copy.day, t), events, size(copy.size), about
