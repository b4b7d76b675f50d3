"""Find each old item in a new version of its plan: by id, `was`, origin, link, then title."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from llmroadmap.core.plan_diff.plan_items import (
    Index,
    Key,
    PlanItem,
    PlanVersion,
    link_keys,
    links_differ,
    origins_differ,
    share_link,
    single,
    title_keys,
)
from llmroadmap.core.plan_diff.similarity import is_misspelling, similarity, title_words

How = Literal["id", "was", "origin", "link", "title"]

_UNLIKE = 0.5
# A title of fewer words ("Final project") may well name two things of two parents.
_DISTINCT_WORDS = 3


class PlanMatcher:
    """Pairs of old and new items that are certainly the same; nothing is paired twice."""

    def __init__(self, old: PlanVersion, new: PlanVersion) -> None:
        self.old = old
        self.new = new
        self.became: dict[str, tuple[PlanItem, How]] = {}
        self.taken: set[str] = set()

    def run(self) -> None:
        """Match by one kind of evidence after the other, the strongest first."""
        for item in self.old.items.values():
            same = self.new.items.get(item.id)
            if same is not None and not self._is_another(item, same):
                self._pair(item, same, "id")
        self._by_former_ids()
        self._pair_all("origin", self._by_origin)
        self._pair_all("link", self._by_link)
        self._by_children()
        self._by_title()

    def free_old(self) -> list[PlanItem]:
        """Return the old items without a successor, parents first."""
        rest = [item for name, item in self.old.items.items() if name not in self.became]
        return sorted(rest, key=lambda item: (item.id.count("."), item.id))

    def free_new(self) -> list[PlanItem]:
        """Return the new items that no old one became, parents first."""
        rest = [item for name, item in self.new.items.items() if name not in self.taken]
        return sorted(rest, key=lambda item: (item.id.count("."), item.id))

    def image(self, parent: str) -> str | None:
        """Return what an old parent is now; a stage, which is no item, stays what it is."""
        if parent in self.became:
            return self.became[parent][0].id
        return None if parent in self.old.items else parent

    def _pair(self, old: PlanItem, new: PlanItem, how: How) -> None:
        self.became[old.id] = new, how
        self.taken.add(new.id)

    def _is_another(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether an id now stands for another thing than before."""
        if old.origin and old.origin == new.origin:
            return False
        alike = similarity(old.title, new.title) >= _UNLIKE or not (old.title and new.title)
        shared = share_link(old, new)
        if not alike and not shared and (links_differ(old, new) or origins_differ(old, new)):
            return True
        return self._known_elsewhere(old, new, alike=alike, shared=shared)

    def _known_elsewhere(self, old: PlanItem, new: PlanItem, *, alike: bool, shared: bool) -> bool:
        """Tell whether either of two items of one id is certainly another item of the other side."""
        origins = [self.new.by_origin.get(old.origin), self.old.by_origin.get(new.origin)]
        if origins_differ(old, new) and any(origins):
            return True
        if shared or links_differ(old, new):
            here = similarity(old.title, new.title)
            after = _known(link_keys(old), self.old.by_link, self.new.by_link)
            before = _known(link_keys(new), self.new.by_link, self.old.by_link)
            return not shared and (
                any(similarity(old.title, other.title) >= here for other in after)
                or any(similarity(new.title, other.title) >= here for other in before)
            )
        if alike:
            return False
        keys = [*title_keys(old), *title_keys(new)]
        return old.id in self.new.by_was or any(
            key in self.old.by_title and key in self.new.by_title for key in keys
        )

    def _by_former_ids(self) -> None:
        """Follow `was`; on a group it stands for the ids of all that is below it too."""
        for old in self.free_old():
            new = self.new.by_was.get(old.id) or self._below_former(old.id)
            if new is not None and new.id not in self.taken:
                self._pair(old, new, "was")

    def _below_former(self, name: str) -> PlanItem | None:
        head, dot, rest = name.rpartition(".")
        while dot:
            group = self.new.by_was.get(head)
            if group is not None:
                return self.new.items.get(f"{group.id}.{rest}")
            head, dot, more = head.rpartition(".")
            rest = f"{more}.{rest}"
        return None

    def _by_origin(self, old: PlanItem) -> PlanItem | None:
        """Trust an origin, unless everything else has changed: some sites use their ids again."""
        if not old.origin or old.origin not in self.old.by_origin:
            return None
        new = self.new.by_origin.get(old.origin)
        if new is None or (links_differ(old, new) and similarity(old.title, new.title) < _UNLIKE):
            return None
        return new

    def _by_link(self, old: PlanItem) -> PlanItem | None:
        """Trust an address that one item has in each version, if the addresses do not disagree."""
        found = {new.id for new in _known(link_keys(old), self.old.by_link, self.new.by_link)}
        return self.new.items[found.pop()] if len(found) == 1 else None

    def _pair_all(self, how: How, candidate: Callable[[PlanItem], PlanItem | None]) -> None:
        for old in self.free_old():
            new = candidate(old)
            if new is not None and new.id not in self.taken:
                self._pair(old, new, how)

    def _by_children(self) -> None:
        """Match groups of which most items carry titles that are found in one other group only."""
        for old in self.free_old():
            below = self.old.children.get(old.id, [])
            parents = Counter(
                self.new.by_title[key].parent
                for item in below
                for key in title_keys(item)
                if key in self.old.by_title and key in self.new.by_title
            )
            for parent, votes in parents.most_common(1):
                new = self.new.items.get(parent)
                size = max(len(below), len(self.new.children[parent]))
                if new and new.id not in self.taken and votes >= 2 and votes * 2 > size:
                    self._pair(old, new, "title")

    def _by_title(self) -> None:
        """Match titles level by level, so that parents are known when their items are looked at."""
        titles = _in_place(self.old.items.values(), title_keys)
        titles_now = _in_place(self.new.items.values(), title_keys)
        slips, slips_now = (
            _in_place(self.free_old(), _slip_keys),
            _in_place(self.free_new(), _slip_keys),
        )
        for old in self.free_old():
            parent = self.image(old.parent)
            here = _there(old, parent, title_keys(old), titles, titles_now)
            anywhere = _known(title_keys(old), self.old.by_title, self.new.by_title)
            misspelled = _there(old, parent, _slip_keys(old), slips, slips_now)
            candidates = [
                *here,
                *(new for new in anywhere if _is_distinct(new)),
                *(new for new in misspelled if _differs_by_a_slip(old, new)),
            ]
            for new in candidates:
                if new.id not in self.taken and not links_differ(old, new):
                    self._pair(old, new, "title")
                    break


def _is_distinct(item: PlanItem) -> bool:
    """Tell whether a title says enough to be recognised under another parent."""
    return any(len(title_words(title)) >= _DISTINCT_WORDS for title in item.title)


def _differs_by_a_slip(one: PlanItem, other: PlanItem) -> bool:
    return any(is_misspelling(a, b) for a in one.title for b in other.title)


def _known(keys: Iterable[Key], here: Index, there: Index) -> Iterator[PlanItem]:
    """Yield the items that one key alone finds in the other version, if it does so in this one."""
    return (there[key] for key in keys if key in here and key in there)


def _there(
    item: PlanItem, parent: str | None, keys: Iterable[Key], here: Index, there: Index
) -> Iterator[PlanItem]:
    """Yield the items that a key finds among the items of what the parent is now."""
    for key in keys:
        if (item.parent, key) in here and (parent, key) in there:
            yield there[parent, key]


def _in_place(items: Iterable[PlanItem], keys: Callable[[PlanItem], Sequence[Key]]) -> Index:
    return single(((item.parent, key), item) for item in items for key in keys(item))


def _slip_keys(item: PlanItem) -> list[Key]:
    """Return an item's titles with one word left out each, to find a misspelled one."""
    return [
        (item.is_group, words[:index], words[index + 1 :])
        for words in map(title_words, item.title)
        for index in range(min(len(words), 12))
    ]
