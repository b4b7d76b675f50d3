"""notes: read what you wrote."""

from datetime import date
from typing import Annotated, NamedTuple

from typer import Argument

from llmroadmap.core.naming import Which, find_item
from llmroadmap.core.notes import Note, below, notes, retired_title
from llmroadmap.core.summaries import Place, place
from llmroadmap.core.text import choose
from llmroadmap.storage.workspace import Workspace

EXAMPLES = ("llmroadmap notes", "llmroadmap notes hf.3")


class NoteSummary(NamedTuple):
    """A note; `day` is the learner's day, `at` the instant it was written at (both ISO 8601).

    `in_plan` is false for a note on something that the plan does not have any more.
    """

    id: str
    title: str
    day: str
    at: str
    text: str
    in_plan: bool


class NotesResult(NamedTuple):
    """The notes by item, in the order of the plan, the oldest first; `item` is what was asked for."""

    notes: list[NoteSummary]
    item: Place | None


def run(
    workspace: Workspace,
    which: Which,
    item: Annotated[list[str] | None, Argument(metavar="[ITEM]", help="notes.item")] = None,
) -> NotesResult:
    """Return all notes, or those on one item and what is in it."""
    roadmap, lang = workspace.roadmap, workspace.lang
    found = notes(workspace.events(), roadmap)
    if not item:
        return NotesResult([summary(workspace, note) for note in found], None)
    name = " ".join(item)
    lost = [n for n in found if n.node is None and f"{n.item}.".startswith(f"{name}.")]
    if lost and roadmap.find(name) is None:
        asked = Place(name, choose(retired_title(roadmap, name), lang))
        return NotesResult([summary(workspace, note) for note in lost], asked)
    node = find_item(workspace, item, which)
    here = [summary(workspace, note) for note in below(found, roadmap, node)]
    return NotesResult(here, place(workspace.progress, node, lang))


def summary(workspace: Workspace, note: Note) -> NoteSummary:
    """Return what is shown of a note."""
    roadmap, lang = workspace.roadmap, workspace.lang
    if note.node is None:
        title = choose(retired_title(roadmap, note.item), lang)
    else:
        title = roadmap.item(note.node).title(lang)
    day = date.fromordinal(note.day).isoformat()
    return NoteSummary(note.item, title, day, note.at, note.text, note.node is not None)
