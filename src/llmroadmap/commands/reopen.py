"""reopen: take a tick, a skip or a start back."""

from typing import Annotated

from llmroadmap.commands._steps import ChangeRequest, On, Yes, change_steps
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="skip",
    examples=("llmroadmap reopen hf.3.2",),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: Annotated[list[str], Argument(Item("closed"), help="items", many=True)],
    on: On = "",
    yes: Yes = False,
) -> ChangeResult:
    """Make the steps open again; of a group, all that are not."""
    return change_steps(
        workspace, prompts, ChangeRequest(verb="reopen", items=items, on=on, yes=yes)
    )[0]
