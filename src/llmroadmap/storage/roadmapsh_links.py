"""Links on a roadmap.sh drawing: of a box itself, and on buttons that stand near it."""

from collections.abc import Iterable, Mapping

from llmroadmap.storage.plan_outline import Entry, add_link
from llmroadmap.storage.plan_text import clean_line, web_address
from llmroadmap.storage.roadmapsh_graph import Graph, Node, mapping, sequence

_SITE = "https://roadmap.sh"
# The types that the site gives a resource, as far as the roadmap format has a word for them.
_KINDS = {
    "article": "article",
    "book": "book",
    "course": "course",
    "official": "docs",
    "opensource": "repository",
    "podcast": "podcast",
    "video": "video",
    "website": "website",
}
_NEAR = 200.0  # a button further from any topic or box belongs to none


def site_link(url: object, title: object = "", kind: object = "") -> dict[str, str] | None:
    """Return a link; an address from the site's root is completed, as its pages do."""
    if isinstance(url, str) and url.startswith("/") and not url.startswith("//"):
        url = _SITE + url
    address = web_address(url)
    if address is None:
        return None
    parts = {"title": clean_line(title), "kind": _KINDS.get(str(kind), "")}
    return {"url": address, **{name: text for name, text in parts.items() if text}}


def attach_resources(entry: Entry, node: Node) -> None:
    """Add the links that a box carries in its own data."""
    for name in ("resources", "links"):
        for raw in sequence(node.data.get(name)):
            link = mapping(raw)
            title = link.get("title") or link.get("label")
            add_link(entry, site_link(link.get("url"), title, link.get("type")))
    add_link(entry, site_link(node.data.get("href")))


def attach_buttons(
    graph: Graph, entries: Mapping[str, Entry], owners: Mapping[str, str]
) -> list[str]:
    """Add each button's links to what it is joined to or stands by; return those of no place."""
    boxes = [graph.nodes[node_id] for node_id in entries]
    joined = {**{b: a for a, b in graph.edges}, **dict(graph.edges)}
    homeless = []
    for button in graph.of_type("button", "resourceButton", "linksgroup"):
        node = graph.nodes.get(joined.get(button.id, ""))
        target = node if node and node.id in entries else _nearest(button, boxes)
        for link in _button_links(button):
            if target is None:
                homeless.append(link["url"])
            else:
                add_link(entries[target.id], link)
    return homeless


def _nearest(button: Node, boxes: Iterable[Node]) -> Node | None:
    """Find the box that a button stands by; under or over it rather than beside."""
    near = [box for box in boxes if box.rect.distance(button.rect) <= _NEAR]
    return min(
        near,
        key=lambda box: (
            box.rect.distance(button.rect),
            not box.rect.shares_column(button.rect),
            box.reading_key,
        ),
        default=None,
    )


def _button_links(button: Node) -> list[dict[str, str]]:
    links = []
    for raw in [button.data, *(mapping(link) for link in sequence(button.data.get("links")))]:
        for name in ("href", "url"):
            link = site_link(raw.get(name), raw.get("label"))
            if link:
                links.append(link)
    return links
