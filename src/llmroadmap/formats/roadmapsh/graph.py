"""The nodes and edges of a roadmap.sh drawing, read without believing any of it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.roadmapsh.cleaning import clean_line

NODE_LIMIT = 20_000
# What the editor draws where a node says no size.
_WIDTH, _HEIGHT = 200.0, 49.0
_OFFSCREEN = 1e7


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the drawing; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def gap_x(self, other: "Rect") -> float:
        """Return how far the two are apart from left to right; negative: they overlap by it."""
        return max(self.x, other.x) - min(self.right, other.right)

    def gap_y(self, other: "Rect") -> float:
        """Return how far the two are apart from top to bottom; negative: they overlap by it."""
        return max(self.y, other.y) - min(self.bottom, other.bottom)

    def distance(self, other: "Rect") -> float:
        """Return the way from edge to edge, along the axes."""
        return max(self.gap_x(other), 0.0) + max(self.gap_y(other), 0.0)

    def shares_column(self, other: "Rect") -> bool:
        """Tell whether at least half of the narrower one lies over or under the other."""
        return -self.gap_x(other) * 2 >= min(self.width, other.width)

    def holds(self, other: "Rect") -> bool:
        """Tell whether the middle of the other lies inside."""
        middle_x, middle_y = other.x + other.width / 2, other.y + other.height / 2
        return self.x <= middle_x <= self.right and self.y <= middle_y <= self.bottom


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the drawing; `data` is what the editor keeps of it."""

    id: str
    type: str
    label: str
    rect: Rect
    data: Mapping[str, Any]
    index: int

    @property
    def reading_key(self) -> tuple[float, float, int]:
        """Order by y, then x; then by drawing order, so that the result is the same each time."""
        return self.rect.y, self.rect.x, self.index


@dataclass(slots=True)
class Graph:
    """Nodes by id, and the edges of which both ends exist and differ."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)

    def of_type(self, *types: str) -> list[Node]:
        """Return the nodes of these types by y, then x."""
        found = [node for node in self.nodes.values() if node.type in types]
        return sorted(found, key=lambda node: node.reading_key)


def read_graph(nodes: object, edges: object) -> Graph:
    """Read the two lists; what has no usable id, type or ends is passed over.

    Raises PlanUnreadable.
    """
    if len(sequence(nodes)) > NODE_LIMIT:
        raise PlanUnreadable("plan-too-large", detail=str(NODE_LIMIT))
    graph = Graph()
    for index, raw in enumerate(sequence(nodes)):
        node = _node(raw, index)
        if node is not None:
            graph.nodes.setdefault(node.id, node)
    seen = set()
    for raw in sequence(edges):
        ends = _ends(raw)
        if ends and ends not in seen and all(end in graph.nodes for end in ends):
            seen.add(ends)
            graph.edges.append(ends)
    return graph


def mapping(value: object) -> Mapping[str, Any]:
    """Return a JSON object, or an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """Return a JSON array, or an empty one in the place of anything else."""
    return value if isinstance(value, list) else []


def _node(raw: object, index: int) -> Node | None:
    fields = mapping(raw)
    node_id, kind = fields.get("id"), fields.get("type")
    if not isinstance(node_id, str) or not isinstance(kind, str) or not clean_line(node_id):
        return None
    data = mapping(fields.get("data"))
    return Node(
        id=node_id,
        type=kind,
        label=clean_line(data.get("label")),
        rect=_rect(fields),
        data=data,
        index=index,
    )


def _rect(fields: Mapping[str, Any]) -> Rect:
    position = mapping(fields.get("position"))
    sizes = [fields, mapping(fields.get("style")), mapping(fields.get("measured"))]
    width = next((w for w in (_number(size.get("width")) for size in sizes) if w), _WIDTH)
    height = next((h for h in (_number(size.get("height")) for size in sizes) if h), _HEIGHT)
    return Rect(
        x=_number(position.get("x")) or 0.0,
        y=_number(position.get("y")) or 0.0,
        width=abs(width),
        height=abs(height),
    )


def _number(value: object) -> float | None:
    """Return a finite number of a sane size; the editor's older files write numbers as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and abs(number) < _OFFSCREEN else None


def _ends(raw: object) -> tuple[str, str] | None:
    fields = mapping(raw)
    source, target = fields.get("source"), fields.get("target")
    if not isinstance(source, str) or not isinstance(target, str) or source == target:
        return None
    return source, target
