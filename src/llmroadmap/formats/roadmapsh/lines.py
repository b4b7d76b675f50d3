"""Connections of a roadmap.sh drawing that are drawn as loose dashed lines instead of edges."""

from collections import defaultdict

from llmroadmap.formats.roadmapsh.graph import Graph, Node, Rect, mapping

_REACH = 12.0  # how far from a box the end of a line may stop
_LINE_LIMIT = 300  # more are no drawing of a person; each is compared with each node
_JOINED = ("topic", "subtopic", "todo", "checklist", "section")


def drawn_edges(graph: Graph) -> list[tuple[str, str]]:
    """Return pairs (topic, other) that a dashed line, or a chain of them, joins."""
    lines = [line for line in graph.of_type("horizontal", "vertical") if _is_dashed(line)]
    if not 0 < len(lines) <= _LINE_LIMIT:
        return []
    boxes = graph.of_type(*_JOINED)
    edges = []
    for chain in _chains(lines):
        ends = [end for line in chain for end in _ends(line)]
        met = [box for box in boxes if any(_meets(box.rect, end) for end in ends)]
        topics = [box for box in met if box.type == "topic"]
        # A line that meets two topics is a part of the spine.
        if len(topics) == 1:
            edges += [(topics[0].id, box.id) for box in met if box is not topics[0]]
    return edges


def _is_dashed(line: Node) -> bool:
    """Solid lines are the spine's: they pass by topics which they don't belong to."""
    return str(mapping(line.data.get("style")).get("strokeDasharray", "0")) not in ("0", "none", "")


def _ends(line: Node) -> tuple[Rect, Rect]:
    box = line.rect
    if line.type == "horizontal":
        middle = box.y + box.height / 2
        return Rect(x=box.x, y=middle, width=0, height=0), Rect(
            x=box.right, y=middle, width=0, height=0
        )
    middle = box.x + box.width / 2
    return Rect(x=middle, y=box.y, width=0, height=0), Rect(
        x=middle, y=box.bottom, width=0, height=0
    )


def _meets(box: Rect, end: Rect) -> bool:
    return box.gap_x(end) <= _REACH and box.gap_y(end) <= _REACH


def _chains(lines: list[Node]) -> list[list[Node]]:
    """Put lines together of which one ends on the other."""
    chain = list(range(len(lines)))
    for i, line in enumerate(lines):
        for j, other in enumerate(lines):
            if i != j and any(_meets(other.rect, end) for end in _ends(line)):
                old, new = chain[i], chain[j]
                chain = [new if number == old else number for number in chain]
    groups: dict[int, list[Node]] = defaultdict(list)
    for number, line in zip(chain, lines, strict=True):
        groups[number].append(line)
    return list(groups.values())
