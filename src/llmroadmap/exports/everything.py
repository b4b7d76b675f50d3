"""JSON with everything: the roadmap and every event on it. `import FILE` puts all of it back."""

import json
from typing import Any, TypedDict

from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.core.progress.events import Event, in_order
from llmroadmap.exports import Material

KIND = "llmroadmap-export"
FORMAT = 1


class Archive(TypedDict):
    """The whole file. `events` are as in the progress file, in order; see docs/safety.md."""

    kind: str
    format: int
    roadmap: RoadmapTree
    events: list[Event]


def write(material: Material) -> str:
    """Return the archive."""
    archive: dict[str, Any] = {
        "kind": KIND,
        "format": FORMAT,
        "roadmap": material.tree(),
        "events": in_order(material.events()),
    }
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"
