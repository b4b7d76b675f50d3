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
        "llmroadmap tag hf.3.2 hf.3.3 {exam}",
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
    ids = [workspace.roadmap.id_of(node)]
    rest = list(words or ())
    # Whole ids behind the first are items too: nobody labels a step with the id of another.
    while rest and workspace.roadmap.find(rest[0]) is not None:
        ids.append(rest.pop(0))
    given = [word.strip().lstrip("#") for text in rest for word in text.split(",")]
    given = [word for word in given if word]
    if not (given or remove):
        raise UsageProblem("missing-argument", "WORD", "tag", "tag.words")
    values: list[NewValue] = []
    after: list[str] = []
    for full_id in ids:
        path = ("change", full_id, "tags")
        before: list[str] = value_at(overlay, path) or []
        after = (
            [word for word in before if given and word not in given]
            if remove
            else list(dict.fromkeys([*before, *given]))
        )
        values.append((path, after or None))
    said = after if len(ids) == 1 else [] if remove else given
    return make(workspace, OwnChange(did="tag", ids=ids, values=values, value=", ".join(said)))
