"""A roadmap.sh drawing as an outline: topics, in them groups, in them what can be ticked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from llmroadmap.formats.imported_plan import LeftOut
from llmroadmap.formats.roadmapsh.blocks import Block, Drawing, hull, in_rows, read_blocks
from llmroadmap.formats.roadmapsh.cleaning import clean_about, clean_line
from llmroadmap.formats.roadmapsh.content import Content
from llmroadmap.formats.roadmapsh.entries import Entry, add_link
from llmroadmap.formats.roadmapsh.graph import Graph, Node, mapping, sequence
from llmroadmap.formats.roadmapsh.headings import read_headings
from llmroadmap.formats.roadmapsh.links import attach_buttons, attach_resources, site_link
from llmroadmap.formats.roadmapsh.owners import branch_parents, topic_owners
from llmroadmap.formats.roadmapsh.spine import topics_in_order

# What is to stand in one place: the text that names its group ("" without one), and the entries.
_Slot = tuple[str, list[Entry]]


def graph_outline(
    graph: Graph, contents: Mapping[str, Content]
) -> tuple[list[Entry], tuple[LeftOut, ...]]:
    """Return the topics of a drawing with all that belongs to them, and what was left out."""
    graph, untitled = _named(_without_twins(graph, contents), contents)
    entries = {
        node.id: _entry(node, contents.get(node.id))
        for node in graph.of_type("topic", "subtopic", "todo")
    }
    drawing = read_blocks(graph)
    headings = read_headings(graph, drawing)
    owners = topic_owners(graph, drawing, headings)
    unplaced = attach_buttons(graph, entries)
    slots = _slots(drawing, headings, owners, branch_parents(graph, owners), entries)
    for parent, entry in entries.items():
        entry.children = _grouped(slots[parent], graph, entry.title)
    top = [entries[topic.id] for topic in topics_in_order(graph)]
    left_out = _left_out(graph, headings, untitled, unplaced)
    return top + _grouped(slots[""], graph, ""), left_out


def _without_twins(graph: Graph, contents: Mapping[str, Content]) -> Graph:
    """Return the graph with one of several boxes that lie on each other and say the same."""
    first: dict[tuple[str, str, float, float], str] = {}
    became: dict[str, str] = {}
    ends = {end for edge in graph.edges for end in edge}
    # What has a text or an edge is the one that is meant.
    nodes = sorted(graph.nodes.values(), key=lambda n: (n.id not in contents, n.id not in ends))
    for node in nodes:
        key = (node.type, node.label.casefold(), round(node.rect.x), round(node.rect.y))
        is_box = node.label and node.type in ("topic", "subtopic", "todo")
        became[node.id] = first.setdefault(key, node.id) if is_box else node.id
    edges = [(became[a], became[b]) for a, b in graph.edges if became[a] != became[b]]
    kept = {name: node for name, node in graph.nodes.items() if became[name] == name}
    return Graph(nodes=kept, edges=list(dict.fromkeys(edges)))


def _named(graph: Graph, contents: Mapping[str, Content]) -> tuple[Graph, int]:
    """Return the graph less the topics and boxes of which nobody knows a name, and their number."""
    nodes: dict[str, Node] = {}
    for node in graph.nodes.values():
        known = contents.get(node.id)
        named = replace(node, label=known.title) if known and not node.label else node
        if named.label or node.type not in ("topic", "subtopic", "todo"):
            nodes[node.id] = named
    edges = [edge for edge in graph.edges if edge[0] in nodes and edge[1] in nodes]
    return Graph(nodes, edges), len(graph.nodes) - len(nodes)


def _entry(node: Node, content: Content | None) -> Entry:
    legend = clean_line(mapping(node.data.get("legend")).get("label")).casefold()
    entry = Entry(
        title=node.label,
        origin=clean_line(node.id),
        about=content.about if content else clean_about(node.data.get("description")),
        optional="optional" in legend or "alternative" in legend,
        links=[dict(link) for link in content.links] if content else [],
    )
    attach_resources(entry, node)
    return entry


def _slots(
    drawing: Drawing,
    headings: Mapping[str, Node],
    owners: Mapping[str, str],
    parents: Mapping[str, str],
    entries: Mapping[str, Entry],
) -> dict[str, list[_Slot]]:
    """Sort the boxes to their parents' ids ("" where there is none), in reading order."""
    slots: dict[str, list[_Slot]] = defaultdict(list)
    for stack in sorted(drawing.stacks, key=lambda stack: (hull(stack).y, hull(stack).x)):
        for block in stack:
            for leaf in _rows(block.members):
                parent = parents.get(leaf.id)
                heading = headings.get(leaf.id)
                found = _checks(leaf) if leaf.type == "checklist" else [entries[leaf.id]]
                name = heading.id if heading and not parent else ""
                slots[parent or owners.get(leaf.id, "")].append((name, found))
    return slots


def _rows(members: list[Node]) -> list[Node]:
    return [block.members[0] for block in in_rows([Block(node.rect, [node]) for node in members])]


def _checks(node: Node) -> list[Entry]:
    """Return the boxes within one checklist node; each has an id of its own."""
    found = []
    for raw in sequence(node.data.get("checklists")):
        check = mapping(raw)
        title, origin = clean_line(check.get("label")), clean_line(check.get("id"))
        if title:
            found.append(Entry(title=title, origin=origin))
    return found


def _grouped(slots: list[_Slot], graph: Graph, parent: str) -> list[Entry]:
    """Put entries of one name into a group, at the place of the first of them."""
    named: dict[str, list[Entry]] = defaultdict(list)
    for name, found in slots:
        named[name] += found
    result: list[Entry] = []
    done: set[str] = set()
    for name, found in slots:
        title = graph.nodes[name].label if name else ""
        if not name or len(named[name]) < 2 or title.casefold() == parent.casefold():
            result += found
        elif name not in done:
            done.add(name)
            group = Entry(title=title, origin=clean_line(name), children=named[name])
            add_link(group, site_link(graph.nodes[name].data.get("href")))
            result.append(group)
    return result


def _left_out(
    graph: Graph, headings: Mapping[str, Node], untitled: int, unplaced: list[str]
) -> tuple[LeftOut, ...]:
    """Say what is on the drawing and not in the plan."""
    used = {node.id for node in headings.values()}
    texts = [node.label for node in graph.of_type("label", "paragraph") if node.id not in used]
    left_out = []
    if any(texts):
        left_out.append(
            LeftOut(what="drawing-texts", lines=(), example=next(text for text in texts if text))
        )
    if unplaced:
        left_out.append(LeftOut(what="drawing-links", lines=(), example=unplaced[0]))
    if untitled:
        left_out.append(LeftOut(what="nameless-boxes", lines=(), example=str(untitled)))
    return tuple(left_out)
