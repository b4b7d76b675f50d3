"""mute: leave something out for good."""

from typing import Annotated

from llmroadmap.commands._own_changes import OwnChange, listing, make
from llmroadmap.core.lookup.several import find_items
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.storage.overlay_file import NewValue
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="estimate",
    examples=("llmroadmap mute bili", "llmroadmap mute hf.12 cs107", "llmroadmap mute"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: Annotated[list[str] | None, Argument(Item(), help="mute.items", many=True)] = None,
) -> OwnChangeResult:
    """Leave steps, courses or habits out: neither offered nor counted; without a name, list them."""
    roadmap = workspace.roadmap
    if not items:
        return listing(workspace, [(each, "") for each in workspace.overlay.read().get("mute", ())])
    nodes = find_items(workspace, items, prompts.resolve_ambiguity, to_change=True)
    ids = [roadmap.id_of(node) for node in nodes]
    values: list[NewValue] = [(("mute", each), True) for each in ids]
    below = {each for node in nodes for each in roadmap.subtree(node) if roadmap.is_step(each)}
    return make(workspace, OwnChange(did="mute", ids=ids, values=values, steps=len(below)))
