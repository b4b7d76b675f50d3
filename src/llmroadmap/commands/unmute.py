"""unmute: take something in again that was muted."""

from typing import Annotated

from llmroadmap.commands._own_changes import OwnChange, make
from llmroadmap.core.lookup.several import find_items
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.storage.overlay_file import NewValue
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="mute",
    examples=("llmroadmap unmute bili",),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: Annotated[list[str], Argument(Item("muted"), help="unmute.items", many=True)],
) -> OwnChangeResult:
    """Take muted steps, courses or habits in again; what is in a muted group comes with that."""
    roadmap = workspace.roadmap
    muted = workspace.overlay.read().get("mute", [])
    gone = [each for each in items if each in muted and roadmap.find(each) is None]
    named = [each for each in items if each not in gone]
    nodes = find_items(workspace, named, prompts.resolve_ambiguity, to_change=True) if named else []
    ids = [*gone, *(_muted_as(workspace, node, muted) for node in nodes)]
    values: list[NewValue] = [(("mute", each), None) for each in ids]
    below = {each for node in nodes for each in roadmap.subtree(node) if roadmap.is_step(each)}
    return make(workspace, OwnChange(did="unmute", ids=ids, values=values, steps=len(below)))


def _muted_as(workspace: Workspace, node: int, muted: list[str]) -> str:
    """Return the id under which an item is muted: its own, or a former one of the plan."""
    own = workspace.roadmap.id_of(node)
    if own in muted:
        return own
    former = [each for each in muted if workspace.roadmap.find(each) == node]
    return former[0] if former else own
