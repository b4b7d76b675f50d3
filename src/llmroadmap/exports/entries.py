"""The lines of an export: each item of the plan with what the learner made of it."""

from collections.abc import Iterator
from typing import NamedTuple

from llmroadmap.core.days import iso
from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.core.progress.notes import Note
from llmroadmap.exports import Material

# What has no place in a line of text that another program reads: control characters, and those that
# turn its direction or hide in it. Line breaks are dealt with by whoever may have several lines.
_HIDDEN = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
_ON_A_LINE = _HIDDEN | dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_IN_LINES = _HIDDEN | dict.fromkeys(map(ord, "\t\u2028\u2029"), " ") | {ord("\n"): "\n"}


class Entry(NamedTuple):
    """An item as it is exported. Days are `2026-11-24`, "" for none; `depth` is 0 for a stage.

    `state` is open, started, done or skipped, of a group what its steps come to. `path`: the titles
    of what it stands in. `minutes`: the estimate; `spent`: what is known of the time it took.
    """

    node: int
    id: str
    title: str
    about: str
    kind: str
    repeat: str
    depth: int
    path: tuple[str, ...]
    is_step: bool
    is_optional: bool
    state: str
    minutes: int
    spent: int
    started: str
    finished: str
    links: list[tuple[str, str]]
    notes: list[Note]
    proofs: list[str]

    @property
    def is_habit(self) -> bool:
        """Tell whether it is checked in again and again."""
        return bool(self.repeat)

    @property
    def url(self) -> str:
        """Return its first address, the reader's, "" for none."""
        return self.links[0][0] if self.links else ""


def on_a_line(text: str) -> str:
    """Return a text without what no line of it may hold."""
    return " ".join(text.translate(_ON_A_LINE).split())


def in_lines(text: str) -> list[str]:
    """Return the lines of a longer text, each without what no line may hold."""
    return [
        line.rstrip()
        for line in text.replace("\r\n", "\n").translate(_IN_LINES).strip().split("\n")
    ]


def entries(material: Material) -> Iterator[Entry]:
    """Yield what is exported, in the order of the plan."""
    roadmap, progress = material.roadmap, material.progress
    spent: dict[int, int] = {}
    for node, _, minutes in progress.all_sittings():
        spent[node] = spent.get(node, 0) + minutes
    notes: dict[int, list[Note]] = {}
    for note in material.notes:
        if note.node is not None:
            notes.setdefault(note.node, []).append(note)
    titles: list[str] = []
    top = len(roadmap.path(material.nodes.start)) - 1 if len(material.nodes) else 0
    for node in material.nodes:
        entry = _entry(material, node, notes.get(node, []), spent.get(node, 0))
        depth = len(roadmap.path(node)) - 1 - top
        del titles[depth:]
        yield entry._replace(depth=depth, path=tuple(titles))
        titles.append(entry.title)


def steps(material: Material) -> Iterator[Entry]:
    """Yield the steps among what is exported."""
    return (entry for entry in entries(material) if entry.is_step)


def _entry(material: Material, node: int, notes: list[Note], spent: int) -> Entry:
    roadmap, progress, lang = material.roadmap, material.progress, material.lang
    item, details = roadmap.item(node), progress.details(node)
    state = progress.state(node)
    return Entry(
        node=node,
        id=item.id,
        title=on_a_line(item.title(lang)),
        about=on_a_line(item.text("about", lang)),
        kind=item.kind,
        repeat=item.repeat,
        depth=0,
        path=(),
        is_step=roadmap.is_step(node),
        is_optional=roadmap.is_optional(node),
        state=state,
        minutes=roadmap.columns.minutes[node] if roadmap.is_timed(node) else 0,
        spent=spent,
        started=iso(details.get("since", 0)) if state == "started" else "",
        finished=iso(progress.finished[node]) if state == "done" else "",
        links=[
            (each["url"], on_a_line(each.get("title", "")))
            for each in item.links(lang)
            if is_web_address(each["url"])
        ],
        notes=notes,
        proofs=[on_a_line(proof) for proof in details.get("proofs", [])],
    )
