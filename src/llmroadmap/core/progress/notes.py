"""A learner's own words on an item."""

from collections.abc import Iterable, Iterator, Sequence

from llmroadmap.core.days import logged_day
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.events import Event, effective_events
from llmroadmap.core.records import NamedTuple

# Characters of one note: some pages. A longer text is a document of its own, and its address a
# proof.
LONGEST = 20_000


class Note(NamedTuple):
    """A note, on the item that it stands on today; `day` is an ordinal, `node` None for a lost one."""

    item: str
    node: int | None
    day: int
    at: str
    text: str


def standing(events: Sequence[Event], roadmap: Roadmap) -> list[tuple[Event, str]]:
    """Return the live events, in order, each with the id of its item as the roadmap has it today.

    What was moved when a plan changed, or has a former id, is under its present one; what the plan
    does not have any more keeps its own.
    """
    placed = []
    moves: list[tuple[str, str]] = []
    for event in reversed(effective_events(events)):
        item = event.get("item", "")
        if event["do"] == "moved":
            moves.append((item, event.get("to", "")))
        for old, new in reversed(moves):
            if item == old or item.startswith(f"{old}."):
                item = new + item[len(old) :]
        node = roadmap.find(item) if item else None
        placed.append((event, item if node is None else roadmap.id_of(node)))
    return placed[::-1]


def notes(events: Sequence[Event], roadmap: Roadmap) -> list[Note]:
    """Return all notes by item: in the order of the plan, then what it has no more; oldest first."""
    found = [
        Note(
            item=item,
            node=roadmap.find(item),
            day=logged_day(event),
            at=event["at"],
            text=event.get("text", ""),
        )
        for event, item in standing(events, roadmap)
        if event["do"] == "note"
    ]
    last = len(roadmap)
    return sorted(found, key=lambda note: (last if note.node is None else note.node, note.item))


def below(found: Iterable[Note], roadmap: Roadmap, node: int) -> Iterator[Note]:
    """Yield the notes on `node` and on all that is in it."""
    inside = roadmap.subtree(node)
    return (note for note in found if note.node is not None and note.node in inside)


def retired_title(roadmap: Roadmap, item: str) -> dict[str, str] | str:
    """Return the title that the plan remembers of an item it has no more, "" where it does not."""
    for entry in roadmap.head.get("retired", ()):
        if isinstance(entry, dict) and entry.get("id") == item:
            return entry.get("title", "")  # type: ignore[no-any-return]
    return ""
