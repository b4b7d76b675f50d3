"""estimate: say how long something takes you."""

from typing import Annotated

from llmroadmap.commands._own_changes import OwnChange, changed_items, listing, make
from llmroadmap.core.errors import LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.declaration import Argument, Command, ItemAnd, Minutes, Option, StepKind
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult, OwnEntry
from llmroadmap.storage.overlay_file import NewValue
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="insert",
    examples=(
        "llmroadmap estimate hf.3.2 40m",
        "llmroadmap estimate hf 30m",
        "llmroadmap estimate --kind video 1h",
        "llmroadmap estimate hf.3.2 --remove",
    ),
)

_Words = Annotated[list[str] | None, Argument(ItemAnd("TIME"), help="estimate.words", many=True)]


def run(
    workspace: Workspace,
    prompts: Prompts,
    words: _Words = None,
    kind: Annotated[str, Option("--kind", "-k", help="estimate.kind", kind=StepKind())] = "",
    remove: Annotated[bool, Option("--remove", help="estimate.remove")] = False,
) -> OwnChangeResult:
    """Say how long a step takes, or each step of a group or of a kind; without a name, list all."""
    if not words and not kind:
        overlay = workspace.overlay.read()
        kinds = [
            OwnEntry(id=kind, title="", value=f"{minutes}m", in_plan=True)
            for kind, minutes in overlay.get("kinds", {}).items()
        ]
        items = [(each, f"{minutes}m") for each, minutes in changed_items(overlay, "minutes")]
        return listing(workspace, items, kinds)
    *name, time = words if words and not remove else [*(words or ()), ""]
    if kind and name:
        raise UsageProblem("unexpected", " ".join(name), "estimate")
    if not (kind or name) or not (time or remove):
        raise UsageProblem("missing-argument", "TIME", "estimate", "estimate.words")
    minutes = None if remove else Minutes("TIME").parse(time)
    kind = kind or _kind_meant(workspace, name)
    if kind:
        return _of_kind(workspace, kind, minutes)
    node = find_item(workspace, name, prompts.resolve_ambiguity, to_change=True)
    full_id = workspace.roadmap.id_of(node)
    values: list[NewValue] = [(("change", full_id, "minutes"), minutes)]
    steps = sum(workspace.roadmap.is_step(each) for each in workspace.roadmap.subtree(node))
    value = str(minutes or "")
    return make(
        workspace, OwnChange(did="estimate", ids=[full_id], values=values, value=value, steps=steps)
    )


def _kind_meant(workspace: Workspace, name: list[str]) -> str:
    """Return the kind that is typed without --kind: sections, 视频; "" where it is an item."""
    word = "".join(name)
    if len(name) != 1 or workspace.roadmap.find(word) is not None:
        return ""
    for each in (word, word.removesuffix("s")):
        try:
            return StepKind().parse(each)
        except LlmroadmapError:
            continue
    return ""


def _of_kind(workspace: Workspace, kind: str, minutes: int | None) -> OwnChangeResult:
    values: list[NewValue] = [(("kinds", kind), minutes)]
    steps = len(_steps_of_kind(workspace.roadmap, kind))
    change = OwnChange(
        did="estimate", ids=[], values=values, value=str(minutes or ""), steps=steps, place=kind
    )
    return make(workspace, change)


def _steps_of_kind(roadmap: Roadmap, kind: str) -> list[int]:
    nodes = range(len(roadmap))
    return [node for node in nodes if roadmap.is_step(node) and roadmap.item(node).kind == kind]
