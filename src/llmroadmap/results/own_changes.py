"""What the commands that write the learner's own changes return."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef, OfferedStep


class OwnEntry(NamedTuple):
    """One own change: of which item, and its value as it is typed.

    `in_plan`: the roadmap has the item.
    """

    id: str
    title: str
    value: str
    in_plan: bool


class OwnChangeResult(NamedTuple):
    """What is different now, and where that leaves the whole.

    `did`: insert, estimate, mute, unmute, due, tag, or list where nothing was to be changed, of
    which `listed` has what there is. `value` and `before` are as they are typed, "" for none.
    `place`: after, before or in the `anchor`, for an inserted item. `steps`: how many steps the
    change is about. `total` counts the steps, `minutes_left` what is still to be done of them as far
    as they have an estimate, `without_estimate` how many of what is left have none.
    """

    did: str
    changed: list[ItemRef]
    unchanged: list[ItemRef]
    value: str
    before: str
    steps: int
    place: str
    anchor: ItemRef | None
    total: int
    minutes_left: int
    without_estimate: int
    next: list[OfferedStep]
    listed: list[OwnEntry]
