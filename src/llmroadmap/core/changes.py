"""What a command changes: the events it comes to. Nothing is written here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from llmroadmap.core.errors import HabitGiven
from llmroadmap.core.progress import DONE, NO_STEP, SKIPPED, UNCOUNTED, Progress
from llmroadmap.core.roadmap import Roadmap

_VERB_GIVES = {"done": "done", "start": "started", "skip": "skipped", "reopen": "open"}


class Choice(NamedTuple):
    """The steps that a command is about: those to change, and those that are as wanted already."""

    changing: list[int]
    already: list[int]


def choose_steps(progress: Progress, nodes: Iterable[int], verb: str) -> Choice:
    """Return the steps that `verb` changes when said of `nodes`; of a group, its counted steps.

    `done` and `skip` of a group take its open and started steps, `reopen` its done and skipped
    ones.
    """
    changing: dict[int, None] = {}
    already: dict[int, None] = {}
    for node in nodes:
        for step in _steps_of(progress, node, verb):
            same = progress.state(step) == _VERB_GIVES[verb]
            (already if same else changing).setdefault(step)
    return Choice(list(changing), list(already))


def _steps_of(progress: Progress, node: int, verb: str) -> list[int]:
    if progress.marks[node] != NO_STEP:
        return [node]
    closed = (DONE, SKIPPED)
    wanted = [
        step
        for step in progress.roadmap.subtree(node)
        if progress.marks[step] < UNCOUNTED
        and ((progress.marks[step] in closed) == (verb == "reopen"))
    ]
    # Nothing to change: then its steps are "already" what was asked for.
    everything = [n for n in progress.roadmap.subtree(node) if progress.marks[n] < UNCOUNTED]
    return wanted or everything


def unlocked(before: Progress, after: Progress, changed: Sequence[int]) -> list[int]:
    """Return what waited for a need before, and waits no more after `changed`."""
    roadmap = after.roadmap
    touched = set(changed)
    return [
        node
        for node, needs in sorted(roadmap.needs.items())
        if after.left(node)
        and any(not touched.isdisjoint(roadmap.subtree(need)) for need in needs)
        and any(not before.is_met(need) for need in needs)
        and all(after.is_met(need) for need in needs)
    ]


def steps_only(roadmap: Roadmap, nodes: Sequence[int]) -> list[int]:
    """Return the nodes; raise HabitGiven if one is a habit, which is never finished."""
    for node in nodes:
        if roadmap.is_habit(node):
            raise HabitGiven(roadmap.id_of(node))
    return list(nodes)
