"""The plan as it was when progress on it was last written: what a changed plan is compared with.

Kept beside the progress, because it says what the ids in there meant.
"""

import json

from llmroadmap.core.comparing.items import PlanItem
from llmroadmap.core.roadmap import Roadmap
from llmroadmap.core.text import every
from llmroadmap.storage.files import write_atomically


def items_of(roadmap: Roadmap) -> list[PlanItem]:
    """Return the items of a roadmap, as plans are compared by."""
    ids = roadmap.ids.all()
    former: dict[str, list[str]] = {}
    for old, new in roadmap.was.items():
        former.setdefault(new, []).append(old)
    return [
        _item(roadmap, node, ids[node], tuple(former.get(ids[node], ())))
        for node in range(len(roadmap))
        if not roadmap.is_stage(node)
    ]


def _item(roadmap: Roadmap, node: int, name: str, was: tuple[str, ...]) -> PlanItem:
    record = roadmap.record(node)
    return PlanItem(
        name,
        tuple(every(record.get("title"))),
        tuple(link["url"] for link in record.get("links", ())),
        name.rpartition(".")[0],
        was,
        record.get("origin"),
        is_group=not (roadmap.is_step(node) or roadmap.is_habit(node)),
    )


def write_seen(path: str, roadmap: Roadmap) -> None:
    """Write what the plan is like now."""
    rows = [
        [i.id, i.title, i.links, i.parent, i.was, i.origin, i.is_group] for i in items_of(roadmap)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = f'{{"format": 1, "items": [\n{lines}\n]}}\n'
    write_atomically(path, text.encode("utf-8", "replace"))


def read_seen(path: str) -> list[PlanItem] | None:
    """Return the items of the plan that was last seen; None where that is not known."""
    try:
        with open(path, "rb") as file:
            rows = json.loads(file.read())["items"]
        return [
            PlanItem(name, tuple(title), tuple(links), parent, tuple(was), origin, bool(is_group))
            for name, title, links, parent, was, origin, is_group in rows
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return None
