"""export: the roadmap with its ticks, as a file that others can read."""

import os
from typing import Annotated

from llmroadmap.declaration import Argument, Command, ExportFormat, File, Option, RoadmapId
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.formats import PlanToWrite, format_to_write, written
from llmroadmap.results.export import ExportResult
from llmroadmap.storage.errors import RoadmapExists
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="check",
    examples=("llmroadmap export > plan.md", "llmroadmap export llm -o plan.yaml"),
)


def run(
    workspace: Workspace,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")] = "",
    format: Annotated[str, Option("--format", help="export.format", kind=ExportFormat())] = "",
    output: Annotated[str, Option("-o", "--output", help="export.output", kind=File())] = "",
) -> ExportResult:
    """Return the roadmap in a format; without one in that of the file's name, or in Markdown."""
    chosen = workspace.of(id) if id else workspace
    wanted = written(format) if format else format_to_write(output)
    text = wanted.write(_plan(chosen))
    if output:
        if os.path.lexists(output):
            raise RoadmapExists(chosen.roadmap.id, output)
        write_atomically(os.path.abspath(output), text.encode("utf-8"))
    return ExportResult(wanted.name, text, output and os.path.abspath(output))


def _plan(workspace: Workspace) -> PlanToWrite:
    return PlanToWrite(
        tree=read_tree(workspace.roadmap_path),
        roadmap=workspace.roadmap,
        progress=workspace.progress,
        lang=workspace.lang,
        today=workspace.today,
    )
