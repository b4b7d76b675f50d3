"""From the validated tree of a roadmap file to a `Roadmap`."""

from collections.abc import Iterator, Mapping
from typing import Any

from llmroadmap.core.model.roadmap import (
    HABIT,
    OPTIONAL,
    PARALLEL,
    STAGE,
    STEP,
    Columns,
    Ids,
    Record,
    Roadmap,
)

# Minutes of a step whose kind has no default and which gives none itself.
DEFAULT_MINUTES = 30

# What a record keeps of an item: the shape is in the columns.
_WORDS = ("title", "about", "kind", "links", "topics", "origin", "repeat", "goals", "tips")


def build_roadmap(tree: Mapping[str, Any], fingerprint: str = "") -> Roadmap:
    """Build the roadmap of a tree that the gate has let through."""
    builder = _Builder(tree.get("minutes", {}))
    for stage in tree["stages"]:
        builder.add(stage, stage["id"], -1, STAGE)
    head = {key: tree[key] for key in ("id", "title", "about", "tips", "retired") if key in tree}
    ids = Ids(builder.ids)
    needs = {
        node: tuple(n for need in wanted if (n := ids.find(need)) is not None)
        for node, wanted in builder.needs.items()
    }
    columns = Columns(
        parent=builder.parent, end=builder.end, minutes=builder.minutes, flags=bytes(builder.flags)
    )
    return Roadmap(head, columns, ids, builder.records.__getitem__, needs, builder.was, fingerprint)


class _Builder:
    """Walks the tree once and fills the columns."""

    def __init__(self, defaults: Mapping[str, int]) -> None:
        self.defaults = defaults
        self.ids: list[str] = []
        self.parent: list[int] = []
        self.end: list[int] = []
        self.minutes: list[int] = []
        self.flags = bytearray()
        self.records: list[Record] = []
        self.needs: dict[int, list[str]] = {}
        self.was: dict[str, list[str]] = {}

    def add(self, item: Mapping[str, Any], full_id: str, parent: int, inherited: int) -> None:
        node = len(self.ids)
        children = item.get("items")
        flags = inherited | _flags(item, is_group=children is not None or bool(inherited & STAGE))
        self.ids.append(full_id)
        self.parent.append(parent)
        self.flags.append(flags)
        self.minutes.append(self._estimate(item) if flags & STEP else 0)
        self.records.append({"id": full_id, **{k: item[k] for k in _WORDS if k in item}})
        if item.get("needs"):
            self.needs[node] = item["needs"]
        for former in item.get("was", ()):
            self.was.setdefault(former, []).append(full_id)
        self.end.append(0)
        for child, child_id in _children(children or (), full_id, inherited):
            self.add(child, child_id, node, flags & OPTIONAL)
        self.end[node] = len(self.ids)

    def _estimate(self, item: Mapping[str, Any]) -> int:
        default = self.defaults.get(item.get("kind", ""), DEFAULT_MINUTES)
        return int(item.get("minutes", default))


def _flags(item: Mapping[str, Any], *, is_group: bool) -> int:
    flags = 0 if is_group else STEP
    if item.get("optional"):
        flags |= OPTIONAL
    if item.get("repeat"):
        flags |= HABIT
    if item.get("order") == "parallel":
        flags |= PARALLEL
    return flags


def _children(
    items: "list[Mapping[str, Any]] | tuple[()]", full_id: str, inherited: int
) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the items with their full ids: those of a stage begin a new path."""
    prefix = "" if inherited & STAGE else f"{full_id}."
    for child in items:
        yield child, prefix + child["id"]
