"""From what a learner types to the item that is meant."""

from collections.abc import Sequence

from llmroadmap.core.errors import UnknownItem
from llmroadmap.core.roadmap import Roadmap


def find_items(roadmap: Roadmap, names: Sequence[str], lang: str) -> list[int]:
    """Return the nodes that the names mean, all or none; raise UnknownItem."""
    return [find_item(roadmap, name, lang) for name in names]


def find_item(roadmap: Roadmap, name: str, lang: str) -> int:
    """Return the node that `name` means; raise UnknownItem with the closest ids."""
    node = roadmap.find(name)
    if node is None:
        from difflib import get_close_matches  # only for a name that is none

        close = get_close_matches(name, roadmap.ids.all(), 3, 0.5)
        items = [roadmap.item(found) for each in close if (found := roadmap.find(each)) is not None]
        raise UnknownItem(name, tuple((item.id, item.title(lang)) for item in items))
    return node
