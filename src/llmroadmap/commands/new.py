"""new: a small roadmap to start from."""

import os
from typing import Annotated

from llmroadmap.declaration import Argument, Command, File
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.formats.item_ids import slug
from llmroadmap.locales import texts
from llmroadmap.results.new import NewResult
from llmroadmap.storage.errors import RoadmapExists
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.wrapping import display_width

COMMAND = Command(
    group="plans",
    after="edit",
    examples=("llmroadmap new", "llmroadmap new my-plan.yaml"),
)

# Comments behind what they explain; written, they stand below one another.
_COMMENT = "  # "


def run(
    workspace: Workspace,
    file: Annotated[str, Argument(File(), help="new.file")] = "",
) -> NewResult:
    """Write a commented roadmap to a new file, or return it."""
    name = os.path.splitext(os.path.basename(file))[0] if file else "my-plan"
    text = _aligned(texts(workspace.lang)("new.template", id=slug(name) or "my-plan"))
    if file:
        if os.path.lexists(file):
            raise RoadmapExists(name, file)
        write_atomically(os.path.abspath(file), text.encode("utf-8"))
    return NewResult(text, file and os.path.abspath(file))


def _aligned(text: str) -> str:
    """Return a roadmap with its comments below one another."""
    rows = [row.partition(_COMMENT) for row in text.split("\n")]
    column = max(display_width(before) for before, comment, _ in rows if comment)
    return "\n".join(
        before + " " * (column - display_width(before)) * bool(comment) + comment + after
        for before, comment, after in rows
    )
