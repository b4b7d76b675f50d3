"""What of the learner's an export holds: what `--dry-run` lists before anything leaves the machine."""

from collections.abc import Callable, Iterator

from llmroadmap.core.progress.progress import DONE, UNCOUNTED
from llmroadmap.exports import (
    DATES,
    EVENTS,
    NOTES,
    NUMBERS,
    OWN,
    PROOFS,
    PUBLIC_NOTES,
    QUESTIONS,
    SETTINGS,
    SLOTS,
    TICKS,
    TIMES,
    Export,
    Material,
)


def held(export: Export, material: Material) -> Iterator[tuple[str, int]]:
    """Yield what is in it, by the names of `exports`, and how many of that; what is none is left out."""
    asked = export.on_request if material.choices.notes else ()
    holds = (TICKS, DATES) if material.choices.todo else export.holds
    for what in (*holds, *asked):
        count = _COUNTS[what](material)
        if count:
            yield what, count


def _done(material: Material) -> int:
    states = material.progress.states
    return sum(states[node] % UNCOUNTED == DONE and states[node] < 8 for node in material.nodes)


def _sittings(material: Material) -> int:
    return sum(node in material.nodes for node, _, _ in material.progress.all_sittings())


def _proofs(material: Material) -> int:
    details = material.progress.item_details.items()
    return sum(len(each.get("proofs", ())) for node, each in details if node in material.nodes)


def _notes(material: Material) -> int:
    return sum(note.node in material.nodes for note in material.notes)


def _public_notes(material: Material) -> int:
    from llmroadmap.exports.page import is_public  # only for the page

    return sum(note.node in material.nodes and is_public(note) for note in material.notes)


def _questions(material: Material) -> int:
    from llmroadmap.exports.anki import exported_cards  # only for cards

    return len(exported_cards(material))


_COUNTS: dict[str, Callable[[Material], int]] = {
    TICKS: _done,
    DATES: _done,
    TIMES: _sittings,
    NOTES: _notes,
    PROOFS: _proofs,
    PUBLIC_NOTES: _public_notes,
    QUESTIONS: _questions,
    NUMBERS: lambda material: 1,
    SLOTS: lambda material: len(material.slots),
    EVENTS: lambda material: len(material.events()),
    OWN: lambda material: int(bool(material.own_changes())),
    SETTINGS: lambda material: len(material.settings),
}
