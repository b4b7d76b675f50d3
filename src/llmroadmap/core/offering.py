"""What completion offers of a roadmap: the ids that make sense, as far as the next dot in them."""

from collections.abc import Callable, Sequence

from llmroadmap.core.progress import DONE, NO_STEP, OPEN, SKIPPED, STARTED, UNCOUNTED, Progress

# More than this, and only the next part of the ids is offered.
AT_ONCE = 40
# More than this is more than anyone reads.
MOST = 200

_OPEN = frozenset((OPEN, OPEN + UNCOUNTED))
_STARTED = frozenset((STARTED, STARTED + UNCOUNTED))
_CLOSED = frozenset((DONE, DONE + UNCOUNTED, SKIPPED, SKIPPED + UNCOUNTED))


def _marked(marks: frozenset[int]) -> Callable[[Progress, int], bool]:
    return lambda progress, node: progress.marks[node] in marks


def _is_group(progress: Progress, node: int) -> bool:
    return progress.marks[node] == NO_STEP and not progress.roadmap.is_habit(node)


# What an item has to be.
KINDS: dict[str, Callable[[Progress, int], bool]] = {
    "all": lambda progress, node: True,
    "unstarted": _marked(_OPEN),
    "open": _marked(_OPEN | _STARTED),
    "closed": _marked(_CLOSED),
    "habits": lambda progress, node: progress.roadmap.is_habit(node),
    "groups": _is_group,
    "stages": lambda progress, node: progress.roadmap.is_stage(node),
}


def offers(progress: Progress, kind: str, beginning: str) -> list[str]:
    """Return the ids of this kind that begin so; of many, their parts up to the next dot.

    Such a part ends with its dot, so that what comes behind it can be typed or offered next.
    """
    makes_sense = KINDS[kind]
    found = [
        full_id
        for node, full_id in enumerate(progress.roadmap.ids.all())
        if full_id.startswith(beginning) and makes_sense(progress, node)
    ]
    return _fewer(found if len(found) <= AT_ONCE else _parts(found, len(beginning)))


def _parts(ids: Sequence[str], known: int) -> list[str]:
    """Return what the ids begin with up to the next dot; an id that is alone there stays whole."""
    groups: dict[str, list[str]] = {}
    for full_id in ids:
        dot = full_id.find(".", known)
        groups.setdefault(full_id if dot < 0 else full_id[: dot + 1], []).append(full_id)
    return [
        # `hf.` stands for `hf` too, which it names as well.
        members[0] if len(members) == 1 and part.rstrip(".") not in groups else part
        for part, members in groups.items()
        if f"{part}." not in groups
    ]


def _fewer(found: list[str]) -> list[str]:
    """Return at most MOST of them, which begin alike no further than all of them do."""
    if len(found) <= MOST:
        return found
    ends = [each for each in (min(found), max(found)) if each not in found[: MOST - 2]]
    return found[: MOST - 2] + ends
