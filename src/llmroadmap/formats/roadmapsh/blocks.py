"""What the eye sees as one thing on a roadmap.sh drawing: boxes in a frame, boxes in a stack."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median

from llmroadmap.formats.roadmapsh.graph import Graph, Node, Rect

LEAVES = ("subtopic", "todo", "checklist")
_TOUCH = 16.0  # a gap that boxes of one stack may have in any drawing
_WIDEST = 60.0  # and in one that leaves more room everywhere
_LOOK_AHEAD = 200


@dataclass(slots=True, eq=False)
class Block:
    """The boxes of one frame (a `section`), or one box alone."""

    rect: Rect
    members: list[Node]
    section: Node | None = None


@dataclass(slots=True)
class Drawing:
    """The blocks in their stacks, and for boxes in a frame with topics, that frame."""

    stacks: list[list[Block]] = field(default_factory=list)
    homes: dict[str, Node] = field(default_factory=dict)


def read_blocks(graph: Graph) -> Drawing:
    """Gather the boxes that can be ticked into blocks, and the blocks into stacks."""
    drawing = Drawing()
    sections = sorted(graph.of_type("section"), key=lambda node: node.rect.width * node.rect.height)
    topics = graph.of_type("topic")
    with_topics = {s.id for s in sections if any(s.rect.holds(topic.rect) for topic in topics)}
    framed: dict[str, list[Node]] = defaultdict(list)
    blocks: list[Block] = []
    for leaf in graph.of_type(*LEAVES):
        around = [section for section in sections if section.rect.holds(leaf.rect)]
        home = next((section for section in around if section.id in with_topics), None)
        if home:
            drawing.homes[leaf.id] = home
        if around and around[0].id not in with_topics:
            framed[around[0].id].append(leaf)
        else:
            blocks.append(Block(leaf.rect, [leaf]))
    for section_id, members in framed.items():
        section = graph.nodes[section_id]
        blocks.append(Block(section.rect, members, section))
    barriers = [node.rect for node in topics + graph.of_type("label", "title")]
    drawing.stacks = _stacks(sorted(blocks, key=_place), barriers)
    return drawing


def in_rows(blocks: list[Block]) -> list[Block]:
    """Order blocks as they are read: row by row, from left to right in each."""
    rows: list[list[Block]] = []
    for block in sorted(blocks, key=_place):
        if rows and block.rect.y - rows[-1][0].rect.y <= 10:
            rows[-1].append(block)
        else:
            rows.append([block])
    return [block for row in rows for block in sorted(row, key=lambda block: block.rect.x)]


def hull(blocks: list[Block]) -> Rect:
    """Return the smallest rectangle round all blocks."""
    x, y = min(b.rect.x for b in blocks), min(b.rect.y for b in blocks)
    right, bottom = max(b.rect.right for b in blocks), max(b.rect.bottom for b in blocks)
    return Rect(x=x, y=y, width=right - x, height=bottom - y)


def _place(block: Block) -> tuple[float, float, int]:
    return block.rect.y, block.rect.x, block.members[0].index


def _stacks(blocks: list[Block], barriers: list[Rect]) -> list[list[Block]]:
    """Join blocks with nothing but a small gap between them."""
    boxes: list[tuple[Rect, int]] = [(block.rect, i) for i, block in enumerate(blocks)]
    boxes += [(rect, -1) for rect in barriers]
    boxes.sort(key=lambda thing: (thing[0].y, thing[0].x))
    near = list(_near_pairs(boxes))
    gaps = [gap for _, _, gap in near if gap > 0]
    reach = min(_WIDEST, max(_TOUCH, median(gaps) * 1.25)) if gaps else _TOUCH
    leader = list(range(len(blocks)))
    for a, b, gap in near:
        if gap <= reach:
            leader[_find(leader, b)] = _find(leader, a)
    stacks: dict[int, list[Block]] = defaultdict(list)
    for i, block in enumerate(blocks):
        stacks[_find(leader, i)].append(block)
    return [in_rows(stack) for stack in stacks.values()]


def _near_pairs(boxes: list[tuple[Rect, int]]) -> list[tuple[int, int, float]]:
    """Return pairs of blocks with the gap between them: neighbours in a column or in a row."""
    pairs = []
    for index, (rect, i) in enumerate(boxes):
        if i < 0:
            continue
        for other, j in boxes[index + 1 : index + 1 + _LOOK_AHEAD]:
            if other.y > rect.bottom + _WIDEST:
                break
            if rect.shares_column(other):
                if j < 0:
                    break
                pairs.append((i, j, max(other.y - rect.bottom, 0.0)))
            elif j >= 0 and rect.gap_y(other) < 0 and rect.gap_x(other) <= _TOUCH:
                pairs.append((i, j, 0.0))
    return pairs


def _find(leader: list[int], i: int) -> int:
    while leader[i] != i:
        leader[i] = leader[leader[i]]
        i = leader[i]
    return i
