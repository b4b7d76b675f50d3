"""What `list` returns."""

from typing import NamedTuple

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.progress.removed_items import RemovedItem


class ListedStep(NamedTuple):
    """A step of the checklist."""

    id: str
    title: str
    state: str
    stage: str
    optional: bool
    kind: str
    minutes: int
    links: list[dict[str, str]]
    depth: int
    notes: int
    proofs: int


class Group(NamedTuple):
    """A stage, course or group with the counts of its steps; `depth` is 0 for the top."""

    id: str
    title: str
    state: str
    done: int
    total: int
    depth: int


class ListResult(NamedTuple):
    """Steps, habits and groups asked for; `order` has the ids of all of them, as the tree stands.

    `earlier` is progress on what the plan does not have any more; `only` is open, done or "" (all of them), `fold` whether finished groups may be folded.
    """

    steps: list[ListedStep]
    habits: list[HabitSummary]
    groups: list[Group]
    order: list[str]
    earlier: list[RemovedItem]
    only: str
    fold: bool
