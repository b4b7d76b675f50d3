"""What lies ahead of a part of the plan, what a date asks for, and what could be left out."""

from collections.abc import Iterable
from itertools import pairwise

from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.records import NamedTuple

# Parts to leave out are offered up to so many at a time.
_OFFERED = 3


def minutes_ahead(progress: Progress, node: int | None = None) -> int:
    """Return the minutes to do until `node`, or everything, is done, if one does as `next` says.

    That is what is left of it and before it, and of what lies beside it as much as comes in turn.
    """
    own = progress.minutes_left(node)
    if node is None or not own:
        return own
    roadmap = progress.roadmap
    total = own
    for group, child in reversed([*pairwise([-1, *roadmap.path(node)])]):
        siblings = roadmap.stages() if group < 0 else roadmap.children(group)
        is_parallel = group >= 0 and roadmap.is_parallel(group)
        total += _beside(progress, child, siblings, total, is_parallel=is_parallel)
    return total


def _beside(
    progress: Progress, child: int, siblings: Iterable[int], own: int, *, is_parallel: bool
) -> int:
    if is_parallel:
        left = (progress.minutes_left(other) for other in siblings if other != child)
        return sum(min(each, own) for each in left)
    return sum(progress.minutes_left(other) for other in siblings if other < child)


class LeaveOut(NamedTuple):
    """A part that could be left out, and its minutes."""

    node: int
    minutes: int


def could_leave_out(progress: Progress, excess: float) -> list[LeaveOut]:
    """Return parts not yet begun whose leaving out saves `excess` minutes, as few as possible.

    Nothing that something else needs; the later ones first. None where they do not come to that.
    """
    candidates = [
        LeaveOut(node, progress.minutes_left(node))
        for stage in progress.roadmap.stages()
        for node in progress.roadmap.children(stage)
        if _is_untouched(progress, node)
    ]
    alone = [each for each in candidates if each.minutes >= excess]
    if alone:
        return [min(alone, key=lambda each: (each.minutes, -each.node))]
    chosen: list[LeaveOut] = []
    for each in sorted(candidates, key=lambda each: (-each.minutes, -each.node))[:_OFFERED]:
        chosen.append(each)
        if sum(other.minutes for other in chosen) >= excess:
            return chosen
    return []


def _is_untouched(progress: Progress, node: int) -> bool:
    roadmap = progress.roadmap
    if roadmap.is_habit(node) or not progress.left(node) or progress.last_touched(node):
        return False
    inside = roadmap.subtree(node)
    return not any(
        need in inside and other not in inside and progress.left(other)
        for other, needs in roadmap.needs.items()
        for need in needs
    )
