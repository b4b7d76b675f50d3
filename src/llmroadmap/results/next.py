"""What `next` returns."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.explanation import Explanation
from llmroadmap.results.summaries import (
    ItemRef,
    OfferedStep,
    PartSummary,
    StepSummary,
)

if TYPE_CHECKING:
    from llmroadmap.results.plan_in_turn import PlanInTurn  # only who has several has any


class Asked(NamedTuple):
    """What the steps were to be: of at most so many minutes, in a part of the plan, of a kind.

    `tag`: with that tag; then `tags` are all there are.
    """

    minutes: int
    part: ItemRef | None
    kind: str
    tag: str
    tags: list[str]


class WaitingStep(NamedTuple):
    """A step that fits, the `group` it stands in, and what comes before it."""

    id: str
    title: str
    group: ItemRef
    after: list[ItemRef]


class LapsedStep(NamedTuple):
    """A finished step that was not known on `day`, and that the open step `needed_by` builds on."""

    id: str
    title: str
    needed_by: str
    day: str


class NextResult(NamedTuple):
    """The steps to study now, best first; `stage` is the one that the first of them is in.

    `fits` is false where nothing was short enough, and a part of the next one is offered instead.
    `passed_over`: what comes first but for what was asked. `waits_for`: what has to be done before
    anything in the part that was asked for. `waiting`: where nothing can be offered, the first of
    the `waiting_count` steps that would fit. `why`: the grounds of the first step, if they were
    asked for. `plans`: of all roadmaps, where those were asked for; then the rest is about the
    first of them.
    """

    steps: list[OfferedStep]
    habits: list[HabitSummary]
    stage: PartSummary | None
    done: int
    total: int
    optional_left: int
    asked: Asked
    fits: bool
    passed_over: StepSummary | None
    waits_for: list[ItemRef]
    waiting: list[WaitingStep]
    waiting_count: int
    why: list[Explanation]
    plans: "list[PlanInTurn]"
    again: LapsedStep | None
