"""undo: what was taken back."""

from typing import TYPE_CHECKING

from llmroadmap.results.undo_redo import UndoResult
from llmroadmap.terminal.screen import Line, Screen
from llmroadmap.views._undo_redo import undo_redo_lines

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: UndoResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `undo`."""
    return undo_redo_lines(result, t("undo.undone"), "llmroadmap redo", screen, t)
