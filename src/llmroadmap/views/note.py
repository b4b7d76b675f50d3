"""note: what was written down."""

from typing import TYPE_CHECKING

from llmroadmap.results.note import NoteResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.notes import text_lines
from llmroadmap.views.words import typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: NoteResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `note`."""
    if not result.written:
        return [line(t("note.nothing_noted"))]
    lines = [
        line(t("note.noted"), (result.id, "id"), "  ", (result.title, "title"), hanging_indent=2)
    ]
    lines += text_lines(result.text, 2)
    if result.notes > 1:
        count = t("note.notes_on_it", n=result.notes)
        them = typed(
            f"{count}{t('common.colon')}{{command}}", f"llmroadmap notes {result.id}", "dim", "dim"
        )
        lines.append(line("  ", *them))
    return [*lines, undo_line(t, "llmroadmap undo")]
