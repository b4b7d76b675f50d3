"""What no schema sees: mistakes in how the parts of a roadmap belong together, all at once."""

from collections.abc import Iterator

from llmroadmap.core.checking.content import content_problems
from llmroadmap.core.checking.deadlocks import deadlocks
from llmroadmap.core.checking.outline import Outline
from llmroadmap.core.checking.problems import Problem, warning
from llmroadmap.core.checking.references import reference_problems
from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.core.model.tree import RoadmapTree

# Names that Windows gives to no file; the roadmap's id names its progress file.
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}


def check_roadmap(tree: RoadmapTree, *, with_doubts: bool) -> list[Problem]:
    """Return every mistake in a tree that keeps to the schema; places are paths.

    `with_doubts`: what works, and what the author hardly meant, as well.
    """
    outline = Outline(tree["stages"])
    found = [
        *_identity(tree, outline),
        *_shape(outline),
        *reference_problems(outline, tree.get("retired", ())),
        *deadlocks(outline),
    ]
    return [*found, *content_problems(outline, tree)] if with_doubts else found


def _identity(tree: RoadmapTree, outline: Outline) -> Iterator[Problem]:
    if tree["id"] in _RESERVED:
        yield Problem(code="id-reserved", path=("id",), facts={"id": tree["id"]})
    # The ids of stages and courses begin full ids, so they share one space.
    heads: dict[str, int] = {}
    for node, full_id in enumerate(outline.ids):
        if outline.depth[node] > 1:
            first = outline.first[full_id]
        else:
            first = heads.setdefault(full_id, node)
        if first != node:
            is_sibling = outline.parent[first] == outline.parent[node]
            code = "duplicate-id" if is_sibling else "duplicate-course-id"
            other = outline.path(first, "id")
            yield Problem(
                code=code, path=outline.path(node, "id"), facts={"id": full_id}, other=other
            )


def _shape(outline: Outline) -> Iterator[Problem]:
    for node, entry in enumerate(outline.entries):
        if outline.depth[node] == MAX_DEPTH + 1:
            yield Problem(code="too-deep", path=outline.path(node), facts={"limit": MAX_DEPTH})
        if outline.depth[node] == 0:
            if not outline.counted(node):
                yield warning("stage-uncounted", outline.path(node), id=entry["id"])
        elif outline.is_group(node):
            yield from _group_shape(outline, node)
        else:
            yield from _step_shape(outline, node)


def _group_shape(outline: Outline, node: int) -> Iterator[Problem]:
    entry, facts = outline.entries[node], {"id": outline.ids[node]}
    for key, code in (("minutes", "minutes-on-group"), ("repeat", "repeat-on-group")):
        if key in entry:
            yield Problem(code=code, path=outline.path(node, key), facts=facts)
    if "recall" in entry:
        yield Problem(code="recall-on-group", path=outline.path(node, "recall"), facts=facts)
    if entry.get("kind") == "habit":
        yield Problem(code="habit-on-group", path=outline.path(node, "kind"), facts=facts)


def _step_shape(outline: Outline, node: int) -> Iterator[Problem]:
    entry, full_id = outline.entries[node], outline.ids[node]
    if "items" in entry:
        yield Problem(code="group-empty", path=outline.path(node, "items"), facts={"id": full_id})
    elif "order" in entry:
        yield Problem(code="order-on-step", path=outline.path(node, "order"), facts={"id": full_id})
    if "repeat" not in entry:
        if entry.get("kind") == "habit":
            yield Problem(
                code="habit-without-repeat", path=outline.path(node, "kind"), facts={"id": full_id}
            )
        return
    for key, code in (
        ("optional", "optional-on-habit"),
        ("needs", "needs-on-habit"),
        ("recall", "recall-on-habit"),
    ):
        if entry.get(key):
            yield warning(code, outline.path(node, key), id=full_id)
