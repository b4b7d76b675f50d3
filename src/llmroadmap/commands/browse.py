"""browse: walk through the whole plan."""

from typing import Annotated

from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.browse import BrowseResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="list",
    examples=("llmroadmap browse", "llmroadmap browse hf.3"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str] | None, Argument(Item(), help="browse.item")] = None,
) -> BrowseResult:
    """Show the plan full screen, beginning at an item or at the next step."""
    start = ""
    if item:
        node = find_item(workspace, item, prompts.resolve_ambiguity)
        start = workspace.roadmap.id_of(node)
    return BrowseResult(changes=prompts.browse(workspace, start))
