"""undo: take the last change of this machine back."""

from llmroadmap.commands._undo_redo import undo_or_redo
from llmroadmap.declaration import Command
from llmroadmap.prompts import Prompts
from llmroadmap.results.undo_redo import UndoResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="checkin",
    examples=("llmroadmap undo",),
)


def run(workspace: Workspace, prompts: Prompts) -> UndoResult:
    """Take back all that one command call wrote: the last one that is not taken back yet."""
    return undo_or_redo(workspace, "undo", prompts)
