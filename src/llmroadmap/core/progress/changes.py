"""What a command changes: which steps, and what that unlocks. Nothing is written here."""

from collections.abc import Iterable, Sequence

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.progress import NO_STEP, UNCOUNTED, Progress
from llmroadmap.core.progress.verbs import VERBS
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import next_steps


class HabitGiven(LlmroadmapError):
    """A habit where a step is wanted: it is checked in; `verb` is what was wanted of it."""

    code = "habit-given"
    topic = "steps"
    exit_status = 2

    def __init__(self, item: str, verb: str) -> None:
        super().__init__(item)
        self.item = item
        self.verb = verb

    @property
    def variant(self) -> str:
        """The key of its message."""
        # What else than to finish it may be wanted of a habit.
        others = {
            "start": "habit-given-start",
            "skip": "habit-given-skip",
            "reopen": "habit-given-reopen",
        }
        return others.get(self.verb, self.code)


class GroupGiven(LlmroadmapError):
    """A group where one step is wanted; `first` is the step of it that comes first, if any."""

    code = "group-given"
    topic = "steps"
    exit_status = 2

    def __init__(self, item: str, first: str) -> None:
        super().__init__(item)
        self.item = item
        self.first = first or item


class Choice(NamedTuple):
    """The steps that a command is about: those to change, and those that it leaves as they are."""

    changing: list[int]
    unchanged: list[int]


def choose_steps(progress: Progress, nodes: Iterable[int], verb: str) -> Choice:
    """Return the steps that `verb` changes when said of `nodes`; of a group, its counted steps.

    Of a group, a skipped step stays skipped: whoever skipped it meant that one step.
    """
    changing: dict[int, None] = {}
    unchanged: dict[int, None] = {}
    for node in nodes:
        is_step = progress.states[node] != NO_STEP
        steps = [node] if is_step else _counted_below(progress, node)
        for step in steps:
            state = progress.state(step)
            changes = state in VERBS[verb].before and (
                is_step or verb == "reopen" or state != "skipped"
            )
            (changing if changes else unchanged).setdefault(step)
    return Choice(list(changing), list(unchanged))


def _counted_below(progress: Progress, node: int) -> list[int]:
    return [n for n in progress.roadmap.subtree(node) if progress.states[n] < UNCOUNTED]


def check_nodes(progress: Progress, nodes: Sequence[int], verb: str) -> None:
    """Raise HabitGiven for a habit, which is never finished, and GroupGiven for `start` of a group."""
    roadmap = progress.roadmap
    for node in nodes:
        if roadmap.is_habit(node):
            raise HabitGiven(roadmap.id_of(node), verb)
        if verb == "start" and not roadmap.is_step(node):
            first = next_steps(progress, 1, within=node)
            raise GroupGiven(roadmap.id_of(node), roadmap.id_of(first[0].node) if first else "")


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
