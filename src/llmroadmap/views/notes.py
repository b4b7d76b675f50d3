"""notes: the notes by item, each with its day."""

from typing import TYPE_CHECKING

from llmroadmap.results.notes import NotesResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.words import day_in_words, placeholders, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: NotesResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `notes`."""
    if not result.notes:
        return _none(result, t)
    lines: list[Line] = []
    before = None
    for note in result.notes:
        if note.id != before:
            lost = "" if note.in_plan else f"  {t('common.not_in_plan')}"
            head = line(
                (note.id, "id"), "  ", (note.title, "title"), (lost, "dim"), hanging_indent=2
            )
            lines += [BLANK, head] if lines else [head]
        lines.append(line("  ", (day_in_words(note.day, t), "dim")))
        lines += text_lines(note.text, 4)
        before = note.id
    return lines


def text_lines(text: str, indent: int) -> list[Line]:
    """Return a text with its own line breaks, indented."""
    return [line(" " * indent, row, hanging_indent=indent) for row in text.split("\n")]


def _none(result: NotesResult, t: "Texts") -> list[Line]:
    item = result.item
    message = t("notes.no_notes_on", id=item.id, title=item.title) if item else t("notes.no_notes")
    command = f"llmroadmap note {item.id if item else placeholders('ITEM', t)}"
    return [line(message), line(*typed(t("notes.add_note"), command, "dim", "dim"))]
