"""Links on a roadmap.sh drawing: of a box itself, and on buttons that stand near it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from llmroadmap.formats.roadmapsh.cleaning import clean_line, web_address
from llmroadmap.formats.roadmapsh.entries import Entry, add_link
from llmroadmap.formats.roadmapsh.graph import Graph, Node, mapping, sequence

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
_BOXES = ("topic", "subtopic", "todo")
_NEAR = 60.0  # a button further from any topic or box belongs to none
_TALLEST = 1000.0  # as far as a frame reaches, or a box


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


def attach_buttons(graph: Graph, entries: Mapping[str, Entry]) -> list[str]:
    """Add each button's links to what it is joined to or stands at; return those of no place."""
    boxes = [node for node in graph.of_type(*_BOXES) if node.id in entries]
    joined = {**{b: a for a, b in graph.edges}, **dict(graph.edges)}
    frames = graph.of_type("section")
    texts = graph.of_type("paragraph")
    unplaced = []
    for button in graph.of_type("button", "resourceButton", "linksgroup"):
        links = _button_links(button)
        target: Node | None = None
        if joined.get(button.id) in entries:
            target = graph.nodes[joined[button.id]]
        # A paragraph round a button is an invitation to go elsewhere.
        elif links and not any(text.rect.holds(button.rect) for text in texts):
            target = _at(
                button, boxes, [frame for frame in frames if frame.rect.holds(button.rect)]
            )
        for link in links:
            if target is None:
                unplaced.append(link["url"])
            else:
                add_link(entries[target.id], link)
    return unplaced


def _at(button: Node, boxes: list[Node], frames: list[Node]) -> Node | None:
    """Find the box that a button stands at: close by, or in the same frame."""
    here = button.rect
    # The boxes lie in order of their height on the drawing.
    first = bisect_left(boxes, here.y - _TALLEST, key=lambda box: box.rect.y)
    last = bisect_right(boxes, here.bottom + _NEAR, key=lambda box: box.rect.y)
    near = [
        box
        for box in boxes[first:last]
        if (box.rect.distance(here) <= _NEAR or any(f.rect.holds(box.rect) for f in frames))
        and (box.rect.shares_column(here) or button.type != "linksgroup")
    ]
    return min(
        near,
        key=lambda box: (
            box.rect.distance(here),
            not box.rect.shares_column(here),
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
