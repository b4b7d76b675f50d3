"""skip: put steps out of the way."""

from typing import Annotated

from typer import Option

from llmroadmap.commands._steps import Ask, Items, On, Wanted, Yes, change_steps
from llmroadmap.core.lookup.resolve import Which
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.results.changes import ChangeResult
from llmroadmap.storage.workspace import Workspace

EXAMPLES = (
    'llmroadmap skip hf.1.2 --reason "know it"',
    "llmroadmap skip cs106b cs161 cs107 --yes",
)


def run(
    workspace: Workspace,
    ask: Ask,
    which: Which,
    items: Items,
    reason: Annotated[str, Option("--reason", metavar="TEXT", help="skip.reason")] = "",
    on: On = "",
    yes: Yes = False,
) -> ChangeResult:
    """Skip the steps: they count in no percentage and hold up nothing; of a group, the open ones."""

    def more(progress: Progress, node: int) -> Draft:
        return {"do": "skip", "text": reason} if reason else {"do": "skip"}

    return change_steps(workspace, ask, which, Wanted("skip", items, on, yes, more))[0]
