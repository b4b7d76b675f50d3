"""notes: read what you wrote."""

from datetime import date
from typing import Annotated

from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.notes import Note, below, notes, retired_title
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.notes import NotesResult, NoteSummary
from llmroadmap.results.summaries import ItemRef, item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="around",
    after="note",
    examples=("llmroadmap notes", "llmroadmap notes hf.3"),
    paged=True,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str] | None, Argument(Item(), help="notes.item")] = None,
) -> NotesResult:
    """Return all notes, or those on one item and what is in it."""
    roadmap, lang = workspace.roadmap, workspace.lang
    found = notes(workspace.events(), roadmap)
    if not item:
        return NotesResult([summary(workspace, note) for note in found], None)
    name = " ".join(item)
    lost = [n for n in found if n.node is None and f"{n.item}.".startswith(f"{name}.")]
    if lost and roadmap.find(name) is None:
        ref = ItemRef(name, choose(retired_title(roadmap, name), lang))
        return NotesResult([summary(workspace, note) for note in lost], ref)
    node = find_item(workspace, item, prompts.resolve_ambiguity)
    here = [summary(workspace, note) for note in below(found, roadmap, node)]
    return NotesResult(here, item_ref(workspace.progress, node, lang))


def summary(workspace: Workspace, note: Note) -> NoteSummary:
    """Return what is shown of a note."""
    roadmap, lang = workspace.roadmap, workspace.lang
    if note.node is None:
        title = choose(retired_title(roadmap, note.item), lang)
    else:
        title = roadmap.item(note.node).title(lang)
    day = date.fromordinal(note.day).isoformat()
    return NoteSummary(
        id=note.item,
        title=title,
        day=day,
        at=note.at,
        text=note.text,
        in_plan=note.node is not None,
    )
