"""Plans of roadmap.sh: drawings, content tables and trees, read as roadmaps."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan

_OTHERS = (".md", ".markdown", ".yaml", ".yml")


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is JSON, or a folder."""
    if source.files is not None:
        return True
    return source.start.startswith(("{", "[")) and source.suffix not in _OTHERS


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the plan in a file or a folder of roadmap.sh; raises PlanUnreadable."""
    from llmroadmap.formats.roadmapsh.reading import read_roadmapsh, read_roadmapsh_folder

    if source.files is not None:
        return read_roadmapsh_folder(source.files, source.name)
    return read_roadmapsh(source.text, source.name)
