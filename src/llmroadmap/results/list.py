"""What `list` returns."""

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.progress.removed_items import RemovedItem
from llmroadmap.core.records import NamedTuple


class ListedStep(NamedTuple):
    """A step of the checklist. `finished`: the day, "" for one that is not done.

    `language`: that of its material, where it is another than the reader's.
    """

    id: str
    title: str
    state: str
    stage: str
    optional: bool
    kind: str
    minutes: int
    links: list[dict[str, str]]
    language: str
    finished: str
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
    minutes_left: int
    depth: int


class ListFilter(NamedTuple):
    """What the steps were to be: of a kind, of at most so many minutes, in a language, of a topic.

    Words are "" and minutes 0 where nothing was asked for.
    """

    kind: str = ""
    minutes: int = 0
    language: str = ""
    topic: str = ""
    tag: str = ""
    is_required: bool = False


class ListResult(NamedTuple):
    """Steps, habits and groups asked for; `order` has the ids of all of them, as the tree stands.

    `earlier` is progress on what the plan does not have any more; `only` is open, done or "" (all of them), `fold` whether groups may be folded but those `under_way`. `next` is the step to study now, "" for
    none.
    """

    steps: list[ListedStep]
    habits: list[HabitSummary]
    groups: list[Group]
    order: list[str]
    earlier: list[RemovedItem]
    only: str
    filter: ListFilter
    fold: bool
    under_way: list[str]
    next: str
