"""What `show` returns."""

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef, PartSummary


class Need(NamedTuple):
    """Something that has to be done before."""

    id: str
    title: str
    met: bool


class Part(NamedTuple):
    """An item right below: `done` of `total` steps of a group, both 0 for a step."""

    id: str
    title: str
    state: str
    done: int
    total: int


class ItemEvent(NamedTuple):
    """One event of the item's history; `day` is the learner's day, ISO 8601."""

    day: str
    do: str
    text: str
    url: str


class ShowResult(NamedTuple):
    """Everything about one item; `parts` are the items right below a group.

    `links` are those of the nearest group, `links_of`, where a step has none of its own.
    Without `has_estimate` nobody has said how long a step takes.
    `language`: that of a step's material, where it is another than the reader's. `spent_minutes`: what all sittings on a step came to. `factor`: by what to multiply its estimate,
    by the real time of such steps; null where none is known. `due`: the learner's own day
    (ISO 8601) of the item or of the group `due_of`, "" for none. `questions`: what `recall` asks about a step, without the
    answers.
    """

    id: str
    title: str
    state: str
    kind: str
    optional: bool
    is_own: bool
    is_muted: bool
    due: str
    due_of: ItemRef | None
    tags: list[str]
    own_note: str
    minutes: int
    has_estimate: bool
    path: list[ItemRef]
    about: str
    links: list[dict[str, str]]
    links_of: ItemRef | None
    language: str
    topics: list[str]
    needs: list[Need]
    unlocks: list[ItemRef]
    goals: list[str]
    tips: list[str]
    counts: PartSummary | None
    parts: list[Part]
    habit: HabitSummary | None
    history: list[ItemEvent]
    asks_for_proof: bool
    proofs: list[str]
    spent_minutes: int
    factor: float | None
    questions: list[str]
