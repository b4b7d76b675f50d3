"""The order in which a roadmap.sh drawing is read: along its spine, else downwards."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable

from llmroadmap.formats.roadmapsh.graph import Graph, Node

_Links = dict[str, list[str]]
# Paragraphs and labels lie on the spine between topics.
_ON_SPINE = frozenset({"title", "topic", "paragraph", "label", "section"})


def topics_in_order(graph: Graph) -> list[Node]:
    """Return the topics in reading order."""
    spine = {i: node for i, node in graph.nodes.items() if node.type in _ON_SPINE}
    edges = [(a, b) for a, b in graph.edges if a in spine and b in spine]
    parts = _parts(spine, edges)
    parts = [part for part in parts if any(spine[i].type == "topic" for i in part)]
    if not parts:
        return []
    main = max(parts, key=lambda part: _weight(part, spine))
    order = _part_order(main, spine, edges)
    others = [_part_order(part, spine, edges) for part in parts if part is not main]
    # A topic without edges is often drawn beside the spine, so it is put after its neighbour there.
    return _merge(order, sorted(others, key=lambda part: part[0].reading_key))


def _weight(part: set[str], spine: dict[str, Node]) -> tuple[bool, int, tuple[float, ...]]:
    topics = sum(spine[i].type == "topic" for i in part)
    top = min(spine[i].reading_key for i in part)
    return any(spine[i].type == "title" for i in part), topics, tuple(-value for value in top)


def _parts(spine: dict[str, Node], edges: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Split the spine into its connected parts."""
    beside: _Links = defaultdict(list)
    for a, b in edges:
        beside[a].append(b)
        beside[b].append(a)
    parts, seen = [], set[str]()
    for start in spine:
        if start not in seen:
            part = _reach([start], beside)
            seen |= part
            parts.append(part)
    return parts


def _reach(starts: Iterable[str], links: _Links) -> set[str]:
    found = set(starts)
    todo = list(found)
    while todo:
        for other in links.get(todo.pop(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _part_order(part: set[str], spine: dict[str, Node], edges: list[tuple[str, str]]) -> list[Node]:
    """Order the topics of one connected part: no topic before one that leads to it."""
    ahead: _Links = defaultdict(list)
    for a, b in edges:
        if a in part:
            ahead[a].append(b)
    roots = sorted(part, key=lambda i: (spine[i].type != "title", spine[i].reading_key))
    _turn_backward_edges(roots[0], ahead, spine)
    after = _without_cycles(roots, ahead, spine)
    return [spine[i] for i in _topological(part, after, spine) if spine[i].type == "topic"]


def _turn_backward_edges(root: str, ahead: _Links, spine: dict[str, Node]) -> None:
    """Turn an edge that was drawn upwards from a node which nothing else leads to."""
    back: _Links = defaultdict(list)
    for a, targets in ahead.items():
        for b in targets:
            back[b].append(a)
    reached = _reach([root], ahead)
    todo = sorted(reached, key=lambda i: spine[i].reading_key)
    while todo:
        b = todo.pop()
        for a in back[b]:
            if a in reached or spine[a].rect.y <= spine[b].rect.y:
                continue
            ahead[a].remove(b)
            ahead[b].append(a)
            fresh = _reach([a], ahead) - reached
            reached |= fresh
            todo.extend(fresh)


def _without_cycles(roots: list[str], ahead: _Links, spine: dict[str, Node]) -> _Links:
    """Return the edges less those that lead back to where a walk from the roots came from."""
    kept: _Links = defaultdict(list)
    state: dict[str, int] = {}  # 1 while on the way, 2 when left
    for root in roots:
        if root in state:
            continue
        state[root] = 1
        way = [(root, iter(sorted(ahead[root], key=lambda i: spine[i].reading_key)))]
        while way:
            here, targets = way[-1]
            target = next(targets, None)
            if target is None:
                state[here] = 2
                way.pop()
            elif state.get(target) != 1:
                kept[here].append(target)
                if target not in state:
                    state[target] = 1
                    further = sorted(ahead[target], key=lambda i: spine[i].reading_key)
                    way.append((target, iter(further)))
    return kept


def _topological(part: set[str], after: _Links, spine: dict[str, Node]) -> list[str]:
    """Order so that edges point forward; of what may come next, the topmost comes first."""
    waits: dict[str, int] = dict.fromkeys(part, 0)
    for targets in after.values():
        for target in targets:
            waits[target] += 1
    ready = [(spine[i].reading_key, i) for i, count in waits.items() if not count]
    heapq.heapify(ready)
    order = []
    while ready:
        _, here = heapq.heappop(ready)
        order.append(here)
        for target in after.get(here, ()):
            waits[target] -= 1
            if not waits[target]:
                heapq.heappush(ready, (spine[target].reading_key, target))
    return order


def _way(node: Node, other: Node) -> tuple[float, float]:
    """Return how far two topics are apart, of equal ways the lower topic first."""
    across, down = max(node.rect.gap_x(other.rect), 0), max(node.rect.gap_y(other.rect), 0)
    return math.hypot(across, down), -node.rect.y


def _merge(order: list[Node], others: list[list[Node]]) -> list[Node]:
    """Put each other part behind the nearest topic that is no lower than it."""
    behind: dict[str, list[list[Node]]] = defaultdict(list)
    first: list[list[Node]] = []
    for part in others:
        top = part[0]
        above = [node for node in order if node.rect.y <= top.rect.y]
        nearest = min(above, key=lambda node: _way(node, top), default=None)
        (behind[nearest.id] if nearest else first).append(part)
    merged = [node for part in first for node in part]
    for node in order:
        merged.append(node)
        merged.extend(other for part in behind[node.id] for other in part)
    return merged
