"""The plan as it was when progress on it was last written: what a changed plan is compared with.

A copy of its file, kept beside the progress, because it says what the ids in there meant.
"""

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import every
from llmroadmap.core.plan_diff.plan_items import PlanItem
from llmroadmap.filesystem.files import read_whole, write_atomically
from llmroadmap.storage.roadmap_file import read_tree

# More than any roadmap that passes the gate.
_LIMIT = 64 * 1024 * 1024


def items_of(roadmap: Roadmap) -> list[PlanItem]:
    """Return the items of a roadmap, as plans are compared by."""
    ids = roadmap.ids.all()
    former: dict[str, list[str]] = {}
    for old, parts in roadmap.was.items():
        former.setdefault(parts[0], []).append(old)
    return [
        _item(roadmap, node, ids[node], tuple(former.get(ids[node], ())))
        for node in range(len(roadmap))
    ]


def _item(roadmap: Roadmap, node: int, name: str, was: tuple[str, ...]) -> PlanItem:
    record, ids = roadmap.record(node), roadmap.ids.all()
    return PlanItem(
        id=name,
        title=tuple(every(record.get("title"))),
        links=tuple(link["url"] for link in record.get("links", ())),
        parent=ids[parent] if (parent := roadmap.columns.parent[node]) >= 0 else "",
        was=was,
        origin=record.get("origin"),
        is_group=not (roadmap.is_step(node) or roadmap.is_habit(node)),
        is_stage=roadmap.is_stage(node),
        place=node,
    )


def write_snapshot(path: str, source: str) -> None:
    """Keep the roadmap file at `source` as it is now."""
    write_atomically(path, read_whole(source, _LIMIT)[0])


def read_snapshot(path: str) -> list[PlanItem] | None:
    """Return the items of the plan that was last seen; None where that is not known."""
    try:
        return items_of(build_roadmap(read_tree(path)))
    except LlmroadmapError:
        return None
