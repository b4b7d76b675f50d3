"""reopen: take a tick, a skip or a start back."""

from llmroadmap.commands._steps import Ask, Items, On, Wanted, Yes, change_steps
from llmroadmap.core.lookup.resolve import Which
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap reopen hf.3.2",)


def run(
    workspace: Workspace, ask: Ask, which: Which, items: Items, on: On = "", yes: Yes = False
) -> ChangeResult:
    """Make the steps open again; of a group, all that are not."""
    return change_steps(workspace, ask, which, Wanted("reopen", items, on, yes))[0]
