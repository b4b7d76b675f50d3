"""Plans of roadmap.sh: drawings, content tables and trees, read as roadmaps."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan

# Its content files, and the numbered folders that it had before them.
_CONTENT = re.compile(r"@[\w-]{6,40}\.md$|(?:^|/)[1-9]\d\d-[^/]+(?:/index)?\.md$")
_DRAWN = re.compile(r'"(?:nodes|mockup|controls)"\s*:|"text"\s*:\s*"[^"]* > ')
_OTHERS = (".md", ".markdown", ".yaml", ".yml")


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is JSON, or a folder with its drawings or content files."""
    if source.files is not None:
        return any(
            _CONTENT.search(path.replace("\\", "/"))
            or (path.endswith(".json") and _DRAWN.search(text))
            for path, text in source.files.items()
        )
    return source.start.startswith(("{", "[")) and source.suffix not in _OTHERS


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the plan in a file or a folder of roadmap.sh; raises PlanUnreadable."""
    from llmroadmap.formats.roadmapsh.reading import read_roadmapsh, read_roadmapsh_folder

    if source.files is not None:
        return read_roadmapsh_folder(source.files, source.name)
    return read_roadmapsh(source.text, source.name)
