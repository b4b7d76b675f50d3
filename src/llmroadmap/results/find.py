"""What `find` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import ItemRef


class FoundItem(NamedTuple):
    """An item that has the words; `matched` says where: title, id, topic, about, note.

    `state` is "" for what the plan has no more; `excerpt` the line of a description or note.
    """

    id: str
    title: str
    state: str
    kind: str
    matched: list[str]
    excerpt: str


class FindResult(NamedTuple):
    """What was found, the best match first; `total` counts what is not listed too.

    `closest`: what may have been meant where nothing was found.
    """

    words: str
    found: list[FoundItem]
    total: int
    closest: list[ItemRef]
