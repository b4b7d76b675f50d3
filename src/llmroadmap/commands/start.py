"""start: say what you are working on."""

from typing import Annotated

from llmroadmap.commands._steps import ChangeRequest, On, change_steps
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="done",
    examples=("llmroadmap start hf.3.2",),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: Annotated[list[str], Argument(Item("unstarted"), help="items", many=True)],
    on: On = "",
) -> ChangeResult:
    """Mark the steps as in progress."""
    return change_steps(workspace, prompts, ChangeRequest(verb="start", items=items, on=on))[0]
