"""JSON with everything: the roadmap and every event on it. `import FILE` puts all of it back."""

import json
from typing import Any, TypedDict

from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.core.progress.events import Event, in_order
from llmroadmap.exports import Material

KIND = "llmroadmap-export"
FORMAT = 1


class Archive(TypedDict):
    """The whole file. `events` are as in the progress file, in order; see docs/safety.md.

    `is_own`: the roadmap is not the one that ships. `own_changes` is the text of ID.mine.yaml.
    """

    kind: str
    format: int
    roadmap: RoadmapTree
    is_own: bool
    own_changes: str
    settings: dict[str, Any]
    events: list[Event]


def write(material: Material) -> str:
    """Return the archive."""
    archive: Archive = {
        "kind": KIND,
        "format": FORMAT,
        "roadmap": material.tree(),
        "is_own": material.is_own,
        "own_changes": material.own_changes(),
        "settings": material.settings,
        "events": in_order(material.events()),
    }
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"
