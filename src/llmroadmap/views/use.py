"""use: which roadmap all commands are about from now on."""

from typing import TYPE_CHECKING

from llmroadmap.results.use import UseResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._bars import whole_text
from llmroadmap.views._steps import next_lines, undo_line
from llmroadmap.views.words import figures

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: UseResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what is in use, how far it is, how to go back, and what is next."""
    lines = [
        line(
            t("common.in_use"),
            t("common.colon"),
            (result.id, "id"),
            "  ",
            (result.title, "title"),
            hanging_indent=2,
        )
    ]
    lines.append(line("  ", figures(whole_text(result.whole, t)), hanging_indent=2))
    if result.before != result.id:
        lines.append(undo_line(t, f"llmroadmap use {result.before}"))
    return [*lines, *next_lines(result.next, screen, t)]
