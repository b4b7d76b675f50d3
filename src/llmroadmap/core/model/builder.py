"""From the validated tree of a roadmap file to a `Roadmap`."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from llmroadmap.core.model.roadmap import (
    ASKED,
    ASSUMED_MINUTES,
    HABIT,
    MUTED,
    OPTIONAL,
    PARALLEL,
    STAGE,
    STEP,
    UNTIMED,
    Columns,
    Ids,
    Record,
    Roadmap,
)
from llmroadmap.core.model.tree import Entry, RecallTree, RoadmapTree, Visit, ends, walk

_HEAD = ("id", "title", "about", "tips", "lang", "retired", "missing")
# Kinds of steps that teach something one can be asked about; "" is a step without a kind.
TEACHING = ("", "chapter", "section", "lecture", "video", "reading", "paper")
# A step shorter than this is an introduction or a farewell, and nobody is asked to repeat it.
LONG_ENOUGH = 15

# What a record keeps of an item: the shape is in the columns.
_WORDS = frozenset((
    "id", "title", "about", "kind", "links", "topics", "origin", "repeat", "goals", "tips",
    "due", "tags", "own_note",
))  # fmt: skip


def build_roadmap(tree: RoadmapTree, fingerprint: str = "") -> Roadmap:
    """Build the roadmap of a tree that has passed the schema's validation."""
    builder = _Builder(tree.get("minutes", {}))
    for visit in walk(tree["stages"]):
        builder.add(visit)
    whole = cast("Mapping[str, Any]", tree)
    head = {key: whole[key] for key in _HEAD if key in whole}
    if builder.due:
        head["due"] = builder.due
    if builder.tagged:
        head["tagged"] = builder.tagged
    if any(flags & UNTIMED for flags in set(builder.flags)):
        head["untimed"] = True
    ids = Ids(builder.ids)
    needs = {
        node: tuple(n for need in wanted if (n := ids.find(need)) is not None)
        for node, wanted in builder.needs.items()
    }
    columns = Columns(
        parent=builder.parent,
        end=ends(builder.parent),
        minutes=builder.minutes,
        flags=bytes(builder.flags),
    )
    roadmap = Roadmap(
        head, columns, ids, builder.records.__getitem__, needs, builder.was, fingerprint
    )
    roadmap.give_recall(lambda: builder.recall)
    return roadmap


class _Builder:
    """Fills the columns, entry by entry."""

    def __init__(self, defaults: Mapping[str, int]) -> None:
        self.defaults = defaults
        self.ids: list[str] = []
        self.parent: list[int] = []
        self.minutes: list[int] = []
        self.flags = bytearray()
        self.records: list[Record] = []
        self.needs: dict[int, list[str]] = {}
        self.was: dict[str, list[str]] = {}
        self.due: list[tuple[int, int]] = []
        self.tagged: list[int] = []
        self.recall: dict[int, list[RecallTree]] = {}

    def add(self, visit: Visit) -> None:
        node, item = len(self.ids), visit.entry
        is_stage = visit.parent < 0
        flags = STAGE if is_stage else self.flags[visit.parent] & (OPTIONAL | MUTED)
        flags |= _flags(item, is_group=is_stage or "items" in item)
        minutes = self._estimate(item) if flags & STEP else 0
        if flags & STEP and not minutes:
            flags, minutes = flags | UNTIMED, ASSUMED_MINUTES
        if _is_asked(item, flags, minutes):
            flags |= ASKED
        self.ids.append(visit.id)
        self.parent.append(visit.parent)
        self.flags.append(flags)
        self.minutes.append(minutes)
        if item.get("recall"):
            self.recall[node] = item["recall"]
        record: dict[str, Any] = {key: value for key, value in item.items() if key in _WORDS}
        record["id"] = visit.id
        self.records.append(record)
        if "tags" in item:
            self.tagged.append(node)
        if "due" in item:
            self.due.append((node, date.fromisoformat(item["due"]).toordinal()))
        if item.get("needs"):
            self.needs[node] = item["needs"]
        for former in item.get("was", ()):
            self.was.setdefault(former, []).append(visit.id)

    def _estimate(self, item: Entry) -> int:
        """Return the estimate of a step: its own, else its kind's, else 0."""
        return int(item.get("minutes", self.defaults.get(item.get("kind", ""), 0)))


def _is_asked(item: Entry, flags: int, minutes: int) -> bool:
    """Tell whether `recall` asks about a finished step even where its learner wrote no question."""
    if flags & (STEP | HABIT | MUTED) != STEP:
        return False
    teaches = item.get("kind", "") in TEACHING and minutes >= LONG_ENOUGH
    return teaches or bool(item.get("recall"))


def _flags(item: Entry, *, is_group: bool) -> int:
    flags = 0 if is_group else STEP
    if item.get("optional"):
        flags |= OPTIONAL
    if item.get("muted"):
        flags |= MUTED | OPTIONAL
    if item.get("repeat"):
        flags |= HABIT
    if item.get("order") == "parallel":
        flags |= PARALLEL
    return flags
