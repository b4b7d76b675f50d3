"""redo: make again what undo took back."""

from llmroadmap.commands._undo_redo import undo_or_redo
from llmroadmap.declaration import Command
from llmroadmap.results.undo_redo import UndoResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="undo",
    examples=("llmroadmap redo",),
)


def run(workspace: Workspace) -> UndoResult:
    """Make the change again that was taken back last, as long as nothing new was changed since."""
    return undo_or_redo(workspace, "redo")
