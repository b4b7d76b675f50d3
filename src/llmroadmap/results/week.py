"""What `week` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.summaries import ItemRef, OfferedStep, WeekTarget


class DayOfWeek(NamedTuple):
    """A day: minutes studied, and the steps finished on it."""

    day: str
    minutes: int
    steps: list[ItemRef]


class KeptProof(NamedTuple):
    """The address of what came of an item, kept on a day of the week."""

    id: str
    title: str
    url: str


class Portion(NamedTuple):
    """A piece of a step in a slot: its minutes, and those that are left of the step after it."""

    id: str
    title: str
    minutes: int
    left: int


class PlannedSlot(NamedTuple):
    """A time to study, and what is laid into four fifths of it."""

    day: str
    time: str
    minutes: int
    portions: list[Portion]


class WeekResult(NamedTuple):
    """One week, from its first to its last day; `which`: `this`, `last` or `next`.

    `target`: of this week only. `slots`: with study times set, what is laid into those to come, up
    to the end of the next week. `output`: `text`, or the `markdown` that was asked for.
    """

    title: str
    which: str
    first_day: str
    last_day: str
    minutes: int
    steps: int
    active_days: int
    target_minutes: int | None
    target: WeekTarget | None
    days: list[DayOfWeek]
    notes: list[NoteSummary]
    proofs: list[KeptProof]
    slots: list[PlannedSlot]
    has_slots: bool
    next: list[OfferedStep]
    output: str
