"""What completion offers of a roadmap: the ids that make sense, as far as the next dot in them."""

from collections.abc import Iterator, Sequence

from llmroadmap.core.model.roadmap import HABIT, MUTED, Roadmap
from llmroadmap.core.progress.progress import (
    NO_STEP,
    STATES,
    UNCOUNTED,
    Progress,
)
from llmroadmap.core.progress.verbs import VERBS

# More than this, and only the next part of the ids is offered.
AT_ONCE = 40
# More than this is more than anyone reads.
MOST = 200


def _offered_to(verb: str) -> tuple[int, ...]:
    return tuple(map(STATES.index, VERBS[verb].offered))


# What an item has to be, by its state.
_STATES_OF_KIND: dict[str, tuple[int, ...]] = {
    "all": tuple(range(256)),
    "unstarted": _offered_to("start"),
    "open": _offered_to("done"),
    "closed": _offered_to("reopen"),
    "groups": (NO_STEP,),
}
KINDS = (*_STATES_OF_KIND, "habits", "muted")


def offered(progress: Progress, kind: str, beginning: str) -> list[tuple[str, int]]:
    """Return the ids of this kind that begin so, with their nodes; of many, parts of the ids.

    A part goes up to the next dot and ends with it, so that what comes behind it can be typed or offered next. Counts
    are taken of whole stretches of the tree: its size costs nothing.
    """
    roadmap, ids = progress.roadmap, progress.roadmap.ids.all()
    wanted = _wanted(progress, kind)
    stretches = list(_stretches(roadmap, ids, beginning))
    if sum(wanted.count(1, node, stop) for node, stop in stretches) <= AT_ONCE:
        nodes = (node for start, stop in stretches for node in _ones(wanted, start, stop))
        return [(ids[node], node) for node in nodes]
    parts = (_part(ids, wanted, start, stop) for start, stop in stretches)
    return _fewer([part for part in parts if part[0]])


def _wanted(progress: Progress, kind: str) -> bytes:
    """Return a one for each node of the kind, a zero for every other."""
    flags = progress.roadmap.columns.flags
    if kind == "habits":
        wanted = (value & (HABIT | MUTED) == HABIT for value in range(256))
        return flags.translate(bytes(wanted))
    if kind == "muted":
        return flags.translate(bytes(bool(value & MUTED) for value in range(256)))
    states = _STATES_OF_KIND[kind]
    taken = {state + offset for state in states for offset in (0, UNCOUNTED if state < 4 else 0)}
    ones = bytearray(progress.states.translate(bytes(value in taken for value in range(256))))
    for node in progress.roadmap.muted_steps if kind != "all" else ():
        ones[node] = 0
    if kind == "groups":
        for habit in progress.roadmap.habits():
            ones[habit] = 0
    return bytes(ones)


def _stretches(roadmap: Roadmap, ids: Sequence[str], beginning: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of nodes whose ids begin so, each an item with all below it."""
    end = roadmap.columns.end
    for stage in roadmap.stages():
        if ids[stage].startswith(beginning):
            yield stage, stage + 1  # what is in it has ids of its own
        yield from _below(roadmap, ids, end, stage, beginning)


def _below(
    roadmap: Roadmap, ids: Sequence[str], end: Sequence[int], node: int, beginning: str
) -> Iterator[tuple[int, int]]:
    for child in roadmap.children(node):
        name = ids[child]
        if name.startswith(beginning):
            yield child, end[child]
        elif beginning.startswith(f"{name}."):
            yield from _below(roadmap, ids, end, child, beginning)


def _ones(wanted: bytes, start: int, stop: int) -> Iterator[int]:
    node = wanted.find(1, start, stop)
    while node >= 0:
        yield node
        node = wanted.find(1, node + 1, stop)


def _part(ids: Sequence[str], wanted: bytes, start: int, stop: int) -> tuple[str, int]:
    """Return what is offered of a stretch: its only item whole, else the beginning of all."""
    count = wanted.count(1, start, stop)
    if not count:
        return "", start
    if count == 1:
        node = wanted.find(1, start, stop)
        return ids[node], node
    # `hf.` stands for `hf` too, which it names as well.
    return f"{ids[start]}.", start


def _fewer(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return at most MOST of them, which begin alike no further than all of them do."""
    if len(found) <= MOST:
        return found
    kept = found[: MOST - 2]
    return kept + [each for each in (min(found), max(found)) if each not in kept]
