"""What `note` returns."""

from llmroadmap.core.records import NamedTuple


class NoteResult(NamedTuple):
    """The note as it was written, "" for none; `day` is the day that it counts for (ISO 8601).

    `notes`: how many there are on the item now.
    """

    id: str
    title: str
    text: str
    day: str
    written: bool
    notes: int
