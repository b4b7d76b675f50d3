"""start: say what you are working on."""

from llmroadmap.commands._steps import Ask, Items, On, Wanted, change_steps
from llmroadmap.core.lookup.resolve import Which
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap start hf.3.2",)


def run(workspace: Workspace, ask: Ask, which: Which, items: Items, on: On = "") -> ChangeResult:
    """Mark the steps as in progress."""
    return change_steps(workspace, ask, which, Wanted("start", items, on))[0]
