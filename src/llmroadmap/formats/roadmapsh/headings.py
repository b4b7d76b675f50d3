"""Names of groups on a roadmap.sh drawing: the texts in a frame and over a stack of boxes."""

import re

from llmroadmap.formats.roadmapsh.blocks import Block, Drawing, hull
from llmroadmap.formats.roadmapsh.graph import Graph, Node, Rect

_LONGEST = 60
_OVER = 45.0  # how far over a stack its name may stand
_SENTENCE = re.compile(r"[.!?]\s|[.!?:]$|https?://")


def read_headings(graph: Graph, drawing: Drawing) -> dict[str, Node]:
    """Return the text that names the group of a box, by the box's id."""
    texts = [node for node in graph.of_type("label", "paragraph") if _is_name(node)]
    headings: dict[str, Node] = {}
    used: set[str] = set()
    for stack in drawing.stacks:
        for block in stack:
            if block.section:
                _name_framed(block, block.section, texts, headings, used)
    for stack in drawing.stacks:
        loose = [block for block in stack if block.members[0].id not in headings]
        over = _text_over(hull(loose), texts, used) if loose else None
        if over:
            used.add(over.id)
            headings.update((leaf.id, over) for block in loose for leaf in block.members)
    return headings


def _is_name(node: Node) -> bool:
    return 0 < len(node.label) <= _LONGEST and not _SENTENCE.search(node.label)


def _name_framed(
    block: Block, frame: Node, texts: list[Node], headings: dict[str, Node], used: set[str]
) -> None:
    """Name the boxes of one frame: a single text names all, of several each those below it."""
    inside = [text for text in texts if text.id not in used and frame.rect.holds(text.rect)]
    if not inside and _is_name(frame):
        inside = [frame]
    for leaf in block.members:
        over = [text for text in inside if text.rect.y <= leaf.rect.y]
        column = [text for text in over if text.rect.gap_x(leaf.rect) < 0] or over
        if len(inside) == 1:
            headings[leaf.id] = inside[0]
        elif column:
            headings[leaf.id] = max(column, key=lambda text: text.reading_key)
    used.update(text.id for text in inside)


def _text_over(stack: Rect, texts: list[Node], used: set[str]) -> Node | None:
    """Find the label that stands right over a stack, in its column."""
    over = [
        text
        for text in texts
        if text.type == "label"
        and text.id not in used
        and text.rect.gap_x(stack) < 0
        and text.rect.y < stack.y
        and stack.y - text.rect.bottom <= _OVER
    ]
    return max(over, key=lambda text: text.reading_key, default=None)
