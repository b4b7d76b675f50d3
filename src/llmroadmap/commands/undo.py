"""undo: take the last change of this machine back."""

from llmroadmap.commands._taking_back import UndoResult, turn
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap undo",)


def run(workspace: Workspace) -> UndoResult:
    """Take back all that one command call wrote: the last one that is not taken back yet."""
    return turn(workspace, "undo")
