"""What `status` returns."""

from llmroadmap.core.progress.removed_items import RemovedItem
from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import (
    DueItem,
    KnownSummary,
    OfferedStep,
    Outlook,
    PartSummary,
    WeekTarget,
)


class StageSummary(NamedTuple):
    """A stage with its courses, or the part that was asked for with its groups.

    `open_now`: those of them that have a step to offer, in the stage that is under way.
    """

    id: str
    title: str
    done: int
    total: int
    skipped: int
    percent: float
    minutes_left: int
    without_estimate: int
    courses: list[PartSummary]
    open_now: list[str]


class StatusResult(NamedTuple):
    """The whole and its parts; `focus` is the first step to study now, `is_all` whether nothing may be folded.

    `streak`: days in a row with any activity. `is_line`: one line of it was asked for, in the `line_format` given, or as Waybar takes it.
    `target`: the week, for that line or where a weekly target is set; else null.
    `without_estimate` of the steps left have none, and are not in `minutes_left`. `due`: what has a
    day of the learner's, the nearest first.
    `left_out`: steps that the learner has muted or left out by a setting.
    `recall`: how much of what is done is probably still known, null where recall is off.
    `copies`: other versions of the progress that wait to be joined.
    """

    title: str
    done: int
    total: int
    skipped: int
    percent: float
    minutes_left: int
    without_estimate: int
    due: list[DueItem]
    stages: list[StageSummary]
    focus: OfferedStep | None
    earlier: list[RemovedItem]
    notes: int
    proofs: int
    short_title: str
    streak: int
    is_line: bool
    line_format: str
    is_waybar: bool
    target: WeekTarget | None
    outlook: Outlook | None
    recall: KnownSummary | None
    copies: int
    left_out: int
    is_all: bool
