"""use: which roadmap all commands are about from now on."""

from typing import TYPE_CHECKING

from llmroadmap.results.use import UseResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: UseResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what is in use, and how to go back."""
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
    if result.before != result.id:
        lines.append(undo_line(t, f"llmroadmap use {result.before}"))
    return lines
