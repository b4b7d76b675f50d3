"""tag: give items words of your own to find them by."""

from typing import Annotated

from llmroadmap.commands._own_changes import OwnChange, changed_items, listing, make
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.overlay.model import value_at
from llmroadmap.declaration import Argument, Command, Item, Option, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.storage.overlay_file import NewValue
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="due",
    examples=(
        "llmroadmap tag hf.3.2 {exam}",
        "llmroadmap tag hf.3.2 {exam} --remove",
        "llmroadmap list --tag {exam}",
        "llmroadmap tag",
    ),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[str, Argument(Item(), help="tag.item")] = "",
    words: Annotated[list[str] | None, Argument(Text("WORD"), help="tag.words", many=True)] = None,
    remove: Annotated[bool, Option("--remove", help="tag.remove")] = False,
) -> OwnChangeResult:
    """Add words to an item, or take them away; without a name, list what is tagged."""
    overlay = workspace.overlay.read()
    if not item:
        return listing(workspace, changed_items(overlay, "tags"))
    node = find_item(workspace, item, prompts.resolve_ambiguity, to_change=True)
    full_id = workspace.roadmap.id_of(node)
    given = [word.strip().lstrip("#") for text in words or () for word in text.split(",")]
    given = [word for word in given if word]
    if not (given or remove):
        raise UsageProblem("missing-argument", "WORD", "tag", "tag.words")
    path = ("change", full_id, "tags")
    before: list[str] = value_at(overlay, path) or []
    if remove:
        after = [word for word in before if given and word not in given]
    else:
        after = list(dict.fromkeys([*before, *given]))
    values: list[NewValue] = [(path, after or None)]
    return make(
        workspace, OwnChange(did="tag", ids=[full_id], values=values, value=", ".join(after))
    )
