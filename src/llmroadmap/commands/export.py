"""export: the roadmap with its ticks, as a file that others can read."""

import os
from typing import Annotated

from llmroadmap.core.errors import InvalidOption
from llmroadmap.declaration import Argument, Choice, Command, File, Option, RoadmapId
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.results.export import ExportResult
from llmroadmap.storage.errors import RoadmapExists
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="check",
    examples=("llmroadmap export > plan.md", "llmroadmap export llm --format yaml -o plan.yaml"),
)


def run(
    workspace: Workspace,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")] = "",
    format: Annotated[
        str, Option("--format", help="export.format", kind=Choice("markdown", "yaml"))
    ] = "markdown",
    output: Annotated[str, Option("-o", "--output", help="export.output", kind=File())] = "",
) -> ExportResult:
    """Return the roadmap as a Markdown task list with its ticks, or as YAML without them."""
    if format not in ("markdown", "yaml"):
        raise InvalidOption("--format", format, "export-format")
    chosen = workspace.of(id) if id else workspace
    text = _markdown(chosen) if format == "markdown" else _yaml(chosen)
    if output:
        if os.path.lexists(output):
            raise RoadmapExists(chosen.roadmap.id, output)
        write_atomically(os.path.abspath(output), text.encode("utf-8"))
    return ExportResult(format, text, output and os.path.abspath(output))


def _markdown(workspace: Workspace) -> str:
    from llmroadmap.formats.markdown.writing import write_markdown

    roadmap, progress = workspace.roadmap, workspace.progress
    ids = roadmap.ids.all()
    steps = [node for node in range(len(roadmap)) if roadmap.is_step(node)]
    states = {ids[node]: progress.state(node) for node in steps}
    return write_markdown(read_tree(workspace.roadmap_path), states, workspace.lang)


def _yaml(workspace: Workspace) -> str:
    from llmroadmap.formats.roadmap_yaml.writer import write_yaml

    return write_yaml(read_tree(workspace.roadmap_path))
