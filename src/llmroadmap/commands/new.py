"""new: a small roadmap to start from."""

import os
from typing import Annotated

from llmroadmap.declaration import Argument, Command, File
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.formats.roadmap_yaml.template import aligned, template_id
from llmroadmap.locales import texts
from llmroadmap.results.new import NewResult
from llmroadmap.storage.errors import RoadmapExists
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="edit",
    examples=("llmroadmap new", "llmroadmap new my-plan.yaml"),
)


def run(
    workspace: Workspace,
    file: Annotated[str, Argument(File(), help="new.file")] = "",
) -> NewResult:
    """Write a commented roadmap to a new file, or return it."""
    name = os.path.splitext(os.path.basename(file))[0] if file else "my-plan"
    text = aligned(texts(workspace.lang)("new.template", id=template_id(name)))
    if file:
        if os.path.lexists(file):
            raise RoadmapExists(name, file)
        write_atomically(os.path.abspath(file), text.encode("utf-8"))
    return NewResult(text, file and os.path.abspath(file))
