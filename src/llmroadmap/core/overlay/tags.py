"""Words of the learner's own on items."""

from llmroadmap.core.model.roadmap import Roadmap


def tagged_nodes(roadmap: Roadmap, tag: str) -> list[int]:
    """Return the nodes with this tag, and all below them, in file order; case does not matter."""
    wanted = tag.strip().lstrip("#").casefold()
    found: dict[int, None] = {}
    for node in roadmap.head.get("tagged", ()):
        if wanted in (each.casefold() for each in roadmap.record(node)["tags"]):
            found.update(dict.fromkeys(roadmap.subtree(node)))
    return sorted(found)


def tags(roadmap: Roadmap) -> list[str]:
    """Return all tags, each once, in file order."""
    found: dict[str, None] = {}
    for node in roadmap.head.get("tagged", ()):
        found.update(dict.fromkeys(roadmap.record(node)["tags"]))
    return list(found)
