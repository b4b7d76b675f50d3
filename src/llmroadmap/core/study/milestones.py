"""Milestones: what a change brought to an end (a chapter, a course, a stage, the plan), and what it took."""

from collections.abc import Iterable
from typing import NamedTuple

from llmroadmap.core.progress.progress import DONE, UNCOUNTED, Progress

# The whole plan has no node.
PLAN = -1
# A group below a course that has fewer steps than this comes to its end without a word.
_FEWEST = 2


class Effort(NamedTuple):
    """What the finished steps of a part took: `minutes` are real ones where any are known, else estimates.

    `first` and `last` are the first and the last day on record, as ordinals; `first` is 0 where nobody
    knows when a step was finished. `days`: how many days had a finished step or a sitting; `is_real`
    says that the time of every step is known. Optional steps count where nothing else is done.
    """

    steps: int
    minutes: int
    is_real: bool
    first: int
    last: int
    days: int
    notes: int


def completed(before: Progress, after: Progress, changed: Iterable[int]) -> list[int]:
    """Return the groups that `changed` brought to their end, from the smallest to the whole (PLAN).

    Of several at once, those inside another one are left out, but for the last.
    """
    roadmap = after.roadmap
    groups = dict.fromkeys(group for node in changed for group in roadmap.path(node)[:-1])
    found = [
        group
        for group in groups
        if not after.left(group)
        and before.left(group)
        and after.count(DONE, group) >= (_FEWEST if _depth(after, group) > 1 else 1)
    ]
    inner = [n for n in found if not set(roadmap.path(n)[:-1]).isdisjoint(found)]
    if len(inner) > _depths(after, found) - 1:
        found = [group for group in found if group not in inner]
    found.sort(key=lambda group: (-_depth(after, group), group))
    if not after.left() and before.left() and after.count(DONE):
        found.append(PLAN)
    return found


def _depth(progress: Progress, group: int) -> int:
    return len(progress.roadmap.path(group)) - 1


def _depths(progress: Progress, groups: Iterable[int]) -> int:
    return len({_depth(progress, group) for group in groups})


def level(progress: Progress, group: int) -> str:
    """Return what a part is in the plan: plan, stage, course, chapter or part."""
    if group == PLAN:
        return "plan"
    depth = _depth(progress, group)
    if depth < len(_LEVELS):
        return _LEVELS[depth]
    return "chapter" if progress.roadmap.item(group).kind == "chapter" else "part"


_LEVELS = "stage", "course"


def effort(progress: Progress, group: int = PLAN) -> Effort:
    """Return what the finished steps of `group`, or of the whole plan, took."""
    roadmap, states = progress.roadmap, progress.states
    inside = range(len(roadmap)) if group == PLAN else roadmap.subtree(group)
    done = [node for node in inside if states[node] == DONE]
    done = done or [node for node in inside if states[node] == DONE + UNCOUNTED]
    days = {progress.finished[node] for node in done}
    minutes = dict.fromkeys(done, 0)
    for node, day, spent in progress.all_sittings():
        if node in minutes:
            days.add(day)
            minutes[node] += spent
    is_dated = 0 not in days
    days.discard(0)
    estimates = roadmap.columns.minutes
    return Effort(
        steps=len(done),
        minutes=sum(spent or estimates[node] for node, spent in minutes.items()),
        is_real=all(minutes.values()),
        first=min(days, default=0) if is_dated else 0,
        last=max(days, default=0),
        days=len(days),
        notes=sum(progress.notes[inside.start : inside.stop]),
    )
