"""The tree of a roadmap as its file has it, validated: what a plan consists of before it is compiled.

`formats/roadmap_yaml/schema_types.py` holds what may be written in each field.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, NotRequired, TypedDict

from llmroadmap.core.model.text import Text

# The first character of the id of an item that the learner has put in; no plan's ids have it.
OWN = "+"


class LinkTree(TypedDict):
    """An address where an item can be studied."""

    url: str
    title: NotRequired[Text]
    lang: NotRequired[str]
    region: NotRequired[str]
    kind: NotRequired[str]
    was: NotRequired[str]


class RecallTree(TypedDict):
    """A question about an item, to be asked when it may have been forgotten, and its answer."""

    question: Text
    answer: Text


class Entry(TypedDict):
    """A stage, a group or a step; only stages have `goals`, `tips` and `prefix`."""

    id: str
    title: Text
    about: NotRequired[Text]
    kind: NotRequired[str]
    links: NotRequired[list[LinkTree]]
    minutes: NotRequired[int]
    topics: NotRequired[list[str]]
    needs: NotRequired[list[str]]
    order: NotRequired[str]
    optional: NotRequired[bool]
    repeat: NotRequired[str]
    was: NotRequired[list[str]]
    origin: NotRequired[str]
    recall: NotRequired[list[RecallTree]]
    goals: NotRequired[list[Text]]
    tips: NotRequired[list[Text]]
    prefix: NotRequired[bool]
    items: NotRequired[list["Entry"]]
    # These come from the learner's own changes, never from a file of the plan's author.
    muted: NotRequired[bool]
    due: NotRequired[str]
    tags: NotRequired[list[str]]
    own_note: NotRequired[str]


class RetiredTree(TypedDict):
    """An item that the roadmap has no more."""

    id: str
    title: Text


class RoadmapTree(TypedDict):
    """A whole roadmap."""

    format: NotRequired[int]
    id: str
    title: Text
    about: NotRequired[Text]
    tips: NotRequired[list[Text]]
    lang: NotRequired[str]
    minutes: NotRequired[dict[str, int]]
    retired: NotRequired[list[RetiredTree]]
    stages: list[Entry]
    # Ids in the learner's own changes that the roadmap does not have.
    missing: NotRequired[list[str]]


class Visit(NamedTuple):
    """An entry where `walk` meets it.

    `id` is the full one, `depth` 0 for a stage, `parent` the number of the visit of what the entry
    stands in, -1 for a stage; `number` its own there.
    """

    entry: Entry
    id: str
    depth: int
    parent: int
    number: int


def walk(stages: Sequence[Entry]) -> Iterator[Visit]:
    """Yield stages and items in the order of the file.

    The items of a stage begin a new path, unless the stage's id is to be the `prefix` of theirs.
    """
    count = 0
    # What is still to come at each depth: the entries, the beginning of their ids, their parent.
    waiting = [(enumerate(stages), "", -1)]
    while waiting:
        entries, prefix, parent = waiting[-1]
        for number, entry in entries:
            name = entry["id"]
            # An own item's id stands for itself, wherever the learner has put it.
            full_id = name if name.startswith(OWN) else prefix + name
            depth = len(waiting) - 1
            yield Visit(entry=entry, id=full_id, depth=depth, parent=parent, number=number)
            count += 1
            items = entry.get("items")
            if items:
                below = f"{full_id}." if depth or entry.get("prefix") else ""
                waiting.append((enumerate(items), below, count - 1))
                break
        else:
            waiting.pop()


def ends(parents: Sequence[int]) -> list[int]:
    """Return behind which node the subtree of each ends: below node `n` are `n + 1` to `end[n]`."""
    found = [node + 1 for node in range(len(parents))]
    for node in reversed(range(len(parents))):
        if parents[node] >= 0:
            found[parents[node]] = max(found[parents[node]], found[node])
    return found
