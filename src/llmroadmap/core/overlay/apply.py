"""A roadmap's tree as the learner wants it: the plan's own, with the overlay laid over it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from llmroadmap.core.model.tree import OWN, Entry, RoadmapTree, walk
from llmroadmap.core.overlay.model import ItemChange, Overlay, OwnItem


class Filters(NamedTuple):
    """What the settings leave out of every roadmap.

    `languages`: those that the learner reads, none for all; `leave_out`: kinds and topics.
    """

    languages: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.languages or self.leave_out)


NO_FILTERS = Filters()


class _Place(NamedTuple):
    """An entry, and the entry that it stands in; None for a stage."""

    entry: Entry
    parent: Entry | None


def apply(tree: RoadmapTree, overlay: Overlay, filters: Filters = NO_FILTERS) -> list[str]:
    """Change `tree` as the overlay and the filters say; return the ids that it does not have.

    An own item whose place is gone stands in the nearest group above that place that is left.
    """
    missing = _Applied(tree, overlay).missing if overlay else []
    if filters:
        _leave_out(tree, filters)
    _mute_what_is_empty(tree)
    return missing


class _Applied:
    """Lays the overlay over a tree, part by part: own items first, so that they can be changed."""

    def __init__(self, tree: RoadmapTree, overlay: Overlay) -> None:
        self.tree = tree
        self.missing: list[str] = []
        self._places: dict[str, _Place] = {}
        self._former: dict[str, str] = {}
        self._behind: dict[str, int] = {}  # own items put behind an item so far
        self._index()
        for own in overlay.get("add", ()):
            self._insert(own)
        for kind, minutes in overlay.get("kinds", {}).items():
            self._estimate_kind(kind, minutes)
        # The outermost first: the estimate of an item of its own holds against that of its group.
        changes = sorted(overlay.get("change", {}).items(), key=lambda each: self._size(each[0]))
        for full_id, change in changes:
            place = self._found(full_id)
            if place is not None:
                _change(place.entry, change)
        for full_id in overlay.get("mute", ()):
            place = self._found(full_id)
            if place is not None:
                place.entry["muted"] = True

    def _index(self) -> None:
        visits = list(walk(self.tree["stages"]))
        for visit in visits:
            parent = visits[visit.parent].entry if visit.parent >= 0 else None
            self._places[visit.id] = _Place(visit.entry, parent)
            for former in visit.entry.get("was", ()):
                self._former.setdefault(former, visit.id)

    def _size(self, full_id: str) -> int:
        """Return the number of items below this one, as a negative number."""
        place = self._place(full_id)
        return -sum(1 for _ in _below(place.entry)) if place else 0

    def _place(self, full_id: str) -> _Place | None:
        return self._places.get(full_id) or self._places.get(self._former.get(full_id, ""))

    def _found(self, full_id: str) -> _Place | None:
        place = self._place(full_id)
        if place is None:
            self.missing.append(full_id)
        return place

    def _insert(self, own: OwnItem) -> None:
        entry = _entry_of(own)
        anchor = own.get("after") or own.get("before") or cast("dict[str, str]", own).get("in", "")
        place = self._place(anchor)
        if place is None:
            self.missing.append(anchor)
            place, parent = None, self._nearest(anchor)
        else:
            parent = place.parent
        siblings = self._siblings(own, place, parent)
        at = len(siblings)
        if place is not None and siblings is not place.entry.get("items"):
            at = next(n for n, each in enumerate(siblings) if each is place.entry)
            if not own.get("before"):
                self._behind[anchor] = self._behind.get(anchor, 0) + 1
                at += self._behind[anchor]
        siblings.insert(at, entry)
        self._places[OWN + own["id"]] = _Place(entry, self._owner)

    def _siblings(self, own: OwnItem, place: _Place | None, parent: Entry | None) -> list[Entry]:
        """Return the list that an own item goes into, and remember whose it is."""
        inside = place is not None and (
            place.parent is None  # nothing stands beside a stage
            or ("in" in own and "items" in place.entry)
        )
        self._owner = place.entry if place is not None and inside else parent
        if self._owner is None:
            self._owner = self.tree["stages"][-1]
        return self._owner.setdefault("items", [])

    def _nearest(self, full_id: str) -> Entry | None:
        head = full_id.rpartition(".")[0]
        while head:
            place = self._place(head)
            if place is not None:
                return place.entry if "items" in place.entry else place.parent
            head = head.rpartition(".")[0]
        return None

    def _estimate_kind(self, kind: str, minutes: int) -> None:
        for visit in walk(self.tree["stages"]):
            if visit.entry.get("kind") == kind and "items" not in visit.entry:
                visit.entry["minutes"] = minutes


def _entry_of(own: OwnItem) -> Entry:
    entry = cast(
        "Entry",
        {key: value for key, value in own.items() if key not in ("after", "before", "in", "group")},
    )
    entry["id"] = OWN + own["id"]
    if own.get("group"):
        entry["items"] = []
    return entry


def _below(entry: Entry) -> Iterator[Entry]:
    for child in entry.get("items", ()):
        yield child
        yield from _below(child)


def _change(entry: Entry, change: ItemChange) -> None:
    if "minutes" in change:
        for step in [entry, *_below(entry)]:
            if "items" not in step:
                step["minutes"] = change["minutes"]
    if "optional" in change:
        entry["optional"] = change["optional"]
    if "needs" in change:
        entry["needs"] = change["needs"]
    if "links" in change:
        entry["links"] = change["links"]
    if "tags" in change:
        # Also topics, so that they are found as such.
        entry["tags"] = change["tags"]
        entry["topics"] = [*entry.get("topics", ()), *change["tags"]]
    if "due" in change:
        entry["due"] = change["due"]
    if "note" in change:
        entry["own_note"] = change["note"]


def _leave_out(tree: RoadmapTree, filters: Filters) -> None:
    words = {word.casefold() for word in filters.leave_out}

    def is_left_out(entry: Entry, languages: list[str]) -> bool:
        named = {entry.get("kind", ""), *(topic.casefold() for topic in entry.get("topics", ()))}
        if named & words:
            return True
        return bool(filters.languages and languages) and not any(
            language.partition("-")[0] in filters.languages for language in languages
        )

    usual = tree.get("lang", "")
    for stage in tree["stages"]:
        for entry in stage.get("items", ()):
            _mark(entry, [], usual, is_left_out)


def _mark(
    entry: Entry,
    languages: list[str],
    usual: str,
    is_left_out: Callable[[Entry, list[str]], bool],
) -> None:
    """Mute the steps below `entry` that are left out; a step without links has its group's.

    `usual`: the language of a link that names none, "" where the plan has none.
    """
    links = entry.get("links")
    # A page in no language in particular, or in several, is for everybody.
    if links:
        named = [link.get("lang", usual) for link in links]
        languages = named if all(named) else []
    if "items" in entry:
        for child in entry["items"]:
            _mark(child, languages, usual, is_left_out)
    elif is_left_out(entry, languages) and not entry["id"].startswith(OWN):
        entry["muted"] = True


def _mute_what_is_empty(tree: RoadmapTree) -> None:
    """Mute the groups in which everything is muted."""
    for stage in tree["stages"]:
        _mute_empty(stage)


def _mute_empty(entry: Entry) -> bool:
    """Mute `entry` if all below it is muted, and tell whether it is muted."""
    children = entry.get("items", [])
    are_muted = [_mute_empty(child) for child in children]
    if are_muted and all(are_muted):
        entry["muted"] = True
    return bool(entry.get("muted"))
