"""skip: put steps out of the way."""

from typing import Annotated

from llmroadmap.commands._steps import ChangeRequest, On, OpenItems, Yes, change_steps
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Command, Option, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="start",
    examples=(
        'llmroadmap skip hf.1.2 --reason "{know it}"',
        "llmroadmap skip cs106b cs161 cs107 --yes",
    ),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: OpenItems,
    reason: Annotated[str, Option("--reason", help="skip.reason", kind=Text())] = "",
    on: On = "",
    yes: Yes = False,
) -> ChangeResult:
    """Skip the steps: they count in no percentage and hold up nothing; of a group, the open ones."""

    def extra_fields(progress: Progress, node: int) -> Draft:
        return {"do": "skip", "text": reason} if reason else {"do": "skip"}

    return change_steps(
        workspace,
        prompts,
        ChangeRequest(verb="skip", items=items, on=on, yes=yes, extra_fields=extra_fields),
    )[0]
