"""Which steps ask for a proof: a notebook, repository, page or post that came of them."""

from llmroadmap.core.model.roadmap import Roadmap

# The last word of an id says it, so that an author need not say it again.
_WORDS = frozenset(("code", "note", "summary", "report", "demo", "publish", "post"))


def asks_for_proof(roadmap: Roadmap, node: int) -> bool:
    """Tell whether something worth keeping comes of the step `node`."""
    if not roadmap.is_step(node):
        return False
    item = roadmap.item(node)
    return item.kind == "notebook" or item.id.rpartition(".")[2] in _WORDS
