"""What `list` returns."""

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.progress.removed_items import RemovedItem
from llmroadmap.core.records import NamedTuple


class ListedStep(NamedTuple):
    """A step of the checklist. `finished`: the day, "" for one that is not done.

    `language`: that of its material, where it is another than the reader's. `has_estimate`: whether
    `minutes` is what anybody has said. `due`: a day of the learner's for just this step, or "".
    """

    id: str
    title: str
    state: str
    stage: str
    optional: bool
    kind: str
    minutes: int
    has_estimate: bool
    due: str
    links: list[dict[str, str]]
    language: str
    finished: str
    depth: int
    notes: int
    proofs: int


class Group(NamedTuple):
    """A stage, course or group with the counts of its steps; `depth` is 0 for the top.

    `without_estimate` of the steps left have none, and are not in `minutes_left`. `due`: a day of the
    learner's for just this group, or "".
    """

    id: str
    title: str
    state: str
    done: int
    total: int
    minutes_left: int
    without_estimate: int
    due: str
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
    none. `tags`: all there are, where one was asked for. `untimed`: steps without an estimate, left
    out where steps of some length were asked for.
    """

    steps: list[ListedStep]
    habits: list[HabitSummary]
    groups: list[Group]
    order: list[str]
    earlier: list[RemovedItem]
    only: str
    filter: ListFilter
    tags: list[str]
    untimed: int
    fold: bool
    under_way: list[str]
    next: str
