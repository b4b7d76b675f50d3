"""Which topic each box of a roadmap.sh drawing belongs to: by its edges, else by where it lies."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from llmroadmap.formats.roadmapsh.blocks import LEAVES, Block, Drawing, hull
from llmroadmap.formats.roadmapsh.graph import Graph, Node, Rect
from llmroadmap.formats.roadmapsh.lines import drawn_edges

_BESIDE = 400.0  # as far from a stack as a topic of it is drawn


def topic_owners(graph: Graph, drawing: Drawing, headings: Mapping[str, Node]) -> dict[str, str]:
    """Return the topic of each box, both by id; empty only where there is no topic at all."""
    topics = graph.of_type("topic")
    owners = _by_edges(graph)
    if not topics:
        return {}
    claimed = set(owners.values())
    for stack in drawing.stacks:
        for block in stack:
            _share_within(block, owners, headings)
        _share_along(stack, owners, topics, claimed, drawing)
    return owners


def _by_edges(graph: Graph) -> dict[str, str]:
    """Follow the edges from every topic at once, so that the nearest one wins."""
    beside: dict[str, list[str]] = defaultdict(list)
    joined = {*LEAVES, "section", "label", "paragraph"}
    for a, b in [*graph.edges, *drawn_edges(graph)]:
        kinds = graph.nodes[a].type, graph.nodes[b].type
        if all(kind in joined or kind == "topic" for kind in kinds) and kinds != ("topic", "topic"):
            beside[a].append(b)
            beside[b].append(a)
    owners: dict[str, str] = {}
    todo = deque((topic.id, topic.id) for topic in graph.of_type("topic"))
    while todo:
        here, owner = todo.popleft()
        for other in sorted(beside[here], key=lambda i: _closeness(graph, here, i)):
            if other not in owners and graph.nodes[other].type != "topic":
                owners[other] = owner
                # Spine paragraphs join topics, so only boxes and frames lead further.
                if graph.nodes[other].type in LEAVES:
                    todo.append((other, owner))
    return owners


def _closeness(graph: Graph, a: str, b: str) -> float:
    return graph.nodes[a].rect.distance(graph.nodes[b].rect)


def _share_within(block: Block, owners: dict[str, str], headings: Mapping[str, Node]) -> None:
    """Give the boxes of a block the owner of its frame, of its name or of the nearest box in it."""
    owned = [leaf for leaf in block.members if leaf.id in owners]
    frame = owners.get(block.section.id) if block.section else None
    for leaf in block.members:
        if leaf.id in owners:
            continue
        name = headings.get(leaf.id)
        known = (owners.get(name.id) if name else None) or frame
        if known:
            owners[leaf.id] = known
        elif owned:
            nearest = min(owned, key=lambda other: other.rect.distance(leaf.rect))
            owners[leaf.id] = owners[nearest.id]


def _share_along(
    stack: list[Block],
    owners: dict[str, str],
    topics: list[Node],
    claimed: set[str],
    drawing: Drawing,
) -> None:
    """Give the blocks that no edge reaches the owner of their neighbours in the stack."""
    free = [block for block in stack if block.members[0].id not in owners]
    if not free:
        return
    anchors = [(block.rect.y, owners[block.members[0].id]) for block in stack if block not in free]
    top_aligned = stack[0] not in free
    if not anchors:
        home = drawing.homes.get(stack[0].members[0].id)
        choice = [topic for topic in topics if home and home.rect.holds(topic.rect)] or topics
        anchors = _topics_beside(hull(stack), choice, claimed)
        # Boxes in the topics' own column belong to the one above them.
        heads = [topic for topic in choice if topic.rect.shares_column(stack[0].rect)]
        top_aligned = anchors[0][0] <= stack[0].rect.bottom or any(
            topic.rect.y < stack[0].rect.y for topic in heads
        )
    for block in free:
        owner = _at(block.rect.y, anchors, top_aligned)
        owners.update((leaf.id, owner) for leaf in block.members)


def _at(y: float, anchors: list[tuple[float, str]], top_aligned: bool) -> str:
    """Choose an anchor: the last one above where each starts its part, else the nearest."""
    above = [owner for height, owner in anchors if height <= y]
    if top_aligned and above:
        return above[-1]
    return min(anchors, key=lambda anchor: (abs(anchor[0] - y), anchor[0]))[1]


def _topics_beside(
    stack: Rect, topics: list[Node], claimed: Iterable[str]
) -> list[tuple[float, str]]:
    """Return the topics that a stack without edges may belong to, with their heights."""
    inline = [topic for topic in topics if topic.rect.shares_column(stack)]
    if any(topic.rect.y < stack.y for topic in inline):
        # What stands below a topic in its own column is not the next one's.
        topics = [topic for topic in topics if topic not in inline or topic.rect.y < stack.bottom]
    nearest = min(topics, key=lambda topic: (_strangeness(topic.rect, stack), topic.reading_key))
    column = [
        topic
        for topic in topics
        if topic.rect.shares_column(nearest.rect)
        and 0 <= topic.rect.gap_x(stack) <= _BESIDE
        and stack.y <= topic.rect.y + topic.rect.height / 2 <= stack.bottom
    ]
    # A topic that has boxes by edges needs no more; one beside the stack without any does.
    waiting = [topic for topic in column if topic.id not in claimed] or column or [nearest]
    return [(topic.rect.y, topic.id) for topic in waiting]


def _strangeness(topic: Rect, stack: Rect) -> float:
    """Return how unlikely a topic is to head a stack: far away, or below it."""
    far = topic.distance(stack)
    return far * 1.5 if topic.y >= stack.bottom and topic.shares_column(stack) else far


def branch_parents(graph: Graph, owners: dict[str, str]) -> dict[str, str]:
    """Return box to box, child to parent, where two or more boxes branch off sideways from one."""
    branches: dict[str, list[str]] = defaultdict(list)
    topics = {node.id for node in graph.of_type("topic")}
    taken = {end for edge in graph.edges if topics.intersection(edge) for end in edge}
    for a, b in graph.edges:
        one, other = graph.nodes[a], graph.nodes[b]
        is_pair = one.type in LEAVES and other.type in LEAVES and owners.get(a) == owners.get(b)
        if is_pair and not one.rect.shares_column(other.rect) and b not in taken:
            branches[a].append(b)
            taken.add(b)
    wanted = {b: a for a, bs in branches.items() if len(bs) > 1 for b in bs}
    # Only one level, and no box both parent and child: drawings go no deeper, cycles may.
    return {b: a for b, a in wanted.items() if a not in wanted}
