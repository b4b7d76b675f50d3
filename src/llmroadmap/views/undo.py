"""undo: what was taken back."""

from typing import TYPE_CHECKING

from llmroadmap.commands._taking_back import UndoResult
from llmroadmap.views._taking_back import turn_lines
from llmroadmap.views.terminal import Line, Screen

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: UndoResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `undo`."""
    return turn_lines(result, t["undone"], "llmroadmap redo", screen, t)
