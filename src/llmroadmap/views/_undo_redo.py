"""What undo and redo show: the change, event by event, and where that leaves the learner."""

from typing import TYPE_CHECKING

from llmroadmap.results.undo_redo import UndoResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import LISTED, next_lines, undo_line, where_lines
from llmroadmap.views.log import entry_text

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def undo_redo_lines(
    result: UndoResult, title: str, back: str, screen: Screen, t: "Texts"
) -> list[Line]:
    """Return the lines of `undo` or `redo`; `back` is the command that turns it round again."""
    lines = [line((title, "key"))]
    for event in result.events[:LISTED]:
        verb = t.of("log.verbs", event.do)
        said = entry_text(event.do, event.text, t)
        text = f"  {said}" if said else ""
        colon = t("common.colon") if event.id else ""
        lines.append(
            line(
                "  ",
                verb,
                colon,
                (event.id, "id"),
                f"  {event.title}" if event.id else "",
                text if event.id else event.text,
                hanging_indent=4,
            )
        )
    if len(result.events) > LISTED:
        lines.append(line("  ", t("common.and_more", n=len(result.events) - LISTED)))
    if result.kept:
        lines.append(line("  ", t("undo.kept", n=result.kept)))
    if result.plan:
        lines.append(line("  ", t.of("undo.plans", result.plan), hanging_indent=4))
    lines += where_lines(result.chapters, result.stages, screen, t)
    return [
        *lines,
        undo_line(t, back, t("undo.make_again") if back.endswith("redo") else ""),
        *next_lines(result.next, screen, t),
    ]
