"""Find each old item in a new version of its plan: by id, `was`, origin, link, then title."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Literal

from llmroadmap.core.plan_diff.evidence import (
    ALIKE,
    are_alike,
    counts_differ,
    holds_title,
    is_distinct,
    is_made_id,
    is_reworded,
    is_slip,
    is_translated,
    main_link,
    rests,
    same_page,
    same_title,
    says_only_a_count,
)
from llmroadmap.core.plan_diff.plan_items import (
    Index,
    Key,
    PlanItem,
    PlanVersion,
    in_order,
    link_keys,
    links_differ,
    origins_differ,
    page_key,
    page_keys,
    share_link,
    single,
    title_keys,
)
from llmroadmap.core.plan_diff.similarity import similarity, title_words

How = Literal["id", "was", "origin", "link", "title"]

# Where so many of the titles are in another script now, it is the language that changed.
_MOST = 0.6


class PlanMatcher:
    """Pairs of old and new items that are certainly the same; nothing is paired twice.

    `ids_hold`: the author promises that no id is ever used again for something else.
    """

    def __init__(self, old: PlanVersion, new: PlanVersion, *, ids_hold: bool = False) -> None:
        self.old = old
        self.new = new
        self.ids_hold = ids_hold or _is_translation(old, new)
        self.became: dict[str, tuple[PlanItem, How]] = {}
        self.taken: set[str] = set()
        self._places = [_in_place(each.items.values(), title_keys) for each in (old, new)]

    def run(self) -> None:
        """Match by one kind of evidence after the other, the strongest first."""
        for item in self.free_old():
            same = self.new.items.get(item.id)
            if same is not None and not self._is_another(item, same):
                self._pair(item, same, "id")
        self._by_former_ids()
        self._pair_all("origin", self._by_origin)
        self._pair_all("link", self._by_link)
        self._by_link_and_title()
        self._pair_all("link", self._by_page)
        self._by_children()
        self._by_title()
        self._twins()
        self._pair_all("link", self._by_second_link)

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
        """Tell whether an id now stands for another thing than before, or may well do so."""
        if old.origin and old.origin == new.origin:
            return False
        if origins_differ(old, new) and (
            old.origin in self.new.by_origin
            or new.origin in self.old.by_origin
            or not (are_alike(old, new) or share_link(old, new))
        ):
            return True
        if old.is_group and self._most_are_in(old) not in ("", new.id):
            return True
        return self._belongs_elsewhere(old, new) or not self._is_supported(old, new)

    def _most_are_in(self, group: PlanItem) -> str:
        """Return the group in which most items of an old one are found, "" where there is none."""
        below = self.old.children.get(group.id, [])
        parents = Counter(parent for item in below if (parent := self._parent_now(item)))
        for parent, votes in parents.most_common(1):
            size = max(len(below), len(self.new.children[parent]))
            if votes >= 2 and votes * 2 > size:
                return parent
        return ""

    def _is_supported(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether anything but the id says that two items are one."""
        if same_page(old, new) or not (old.title and new.title):
            return True
        if same_title(old, new) or is_slip(old, new):
            # A title that every chapter has says no more than the chapter does.
            return is_distinct(old) or self.image(old.parent) == new.parent
        is_same = is_reworded(old, new) and not self._is_divided_or_joined(old, new)
        if links_differ(old, new) or (old.links and new.links and not is_same):
            return False
        if self.ids_hold or is_same or (old.is_group and are_alike(old, new)):
            return True
        return not (counts_differ(old, new) or is_made_id(old))

    def _is_divided_or_joined(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether a longer title is that of two steps in one, or one of two made from one."""
        before = self.old.children.get(old.parent, ())
        after = self.new.children.get(new.parent, ())
        joined = any(holds_title(new, each) for each in before if each.id != old.id) or any(
            (old.is_group, rest) in self.old.titles for rest in rests(old, new)
        )
        return joined or any(holds_title(each, old) for each in after if each.id != new.id)

    def _belongs_elsewhere(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether a third item has a claim on either of two items of one id."""
        has_title = same_title(old, new) or not self._has_other_title(old, new)
        return not (has_title and self._is_unclaimed(old, new))

    def _has_other_title(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether the title of either is that of a third item in the other version."""
        is_sure = main_link(old) == main_link(new) != ""
        return _is_called(old, self.old, self.new, self._places, is_sure=is_sure) or _is_called(
            new, self.new, self.old, self._places[::-1], is_sure=is_sure
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
        if new is None or (links_differ(old, new) and similarity(old.title, new.title) < ALIKE):
            return None
        return new

    def _by_link(self, old: PlanItem) -> PlanItem | None:
        """Trust a main address that one item has in each version, unless a title disagrees."""
        key = _main(old)
        if key not in self.old.by_main:
            return None
        new = self.new.by_main.get(key)
        if new is None or same_title(old, new):
            return new
        if self._has_other_title(old, new):
            return None
        is_general = says_only_a_count(old) or says_only_a_count(new)
        return None if is_general and counts_differ(old, new) else new

    def _by_page(self, old: PlanItem) -> PlanItem | None:
        """Trust a page that has moved to another host together with its title."""
        key = page_key(old)
        new = self.new.by_page.get(key) if key in self.old.by_page else None
        return new if new is not None and same_title(old, new) else None

    def _by_second_link(self, old: PlanItem) -> PlanItem | None:
        """Return what shares any address, where the title is alike as well."""
        found = {
            new.id: new
            for key in link_keys(old)
            if key in self.old.by_link and (new := self.new.by_link.get(key)) is not None
        }
        if len(found) != 1:
            return None
        (new,) = found.values()
        if new.id in self.taken or self._has_other_title(old, new):
            return None
        if same_title(old, new):
            return new
        is_same = is_reworded(old, new) and not self._is_divided_or_joined(old, new)
        return new if is_same else None

    def _by_link_and_title(self) -> None:
        """Match what has both its address and its title to itself, where many share a page."""
        there = single((key, item) for item in self.free_new() for key in _pages(item))
        here = single((key, item) for item in self.free_old() for key in _pages(item))
        for old in self.free_old():
            for new in _known(_pages(old), here, there):
                if new.id not in self.taken:
                    self._pair(old, new, "link")
                    break

    def _pair_all(self, how: How, candidate: Callable[[PlanItem], PlanItem | None]) -> None:
        for old in self.free_old():
            new = candidate(old)
            if new is not None and new.id not in self.taken:
                self._pair(old, new, how)

    def _by_children(self) -> None:
        """Match groups of which most items are found, by address or title, in one other group only."""
        for old in self.free_old():
            parent = self._most_are_in(old) or self._any_is_in(old)
            new = self.new.items.get(parent)
            if new and new.id not in self.taken:
                self._pair(old, new, "title" if new.id != old.id else "id")

    def _any_is_in(self, group: PlanItem) -> str:
        """Return an id that was made from a place, where anything in the group agrees with it."""
        below = self.old.children.get(group.id, [])
        return group.id if group.id in map(self._parent_now, below) else ""

    def _parent_now(self, item: PlanItem) -> str:
        """Return the parent of what an item certainly or probably is now, "" if that is not known."""
        if item.id in self.became:
            return self.became[item.id][0].parent
        found = next(_known(title_keys(item), self.old.by_title, self.new.by_title), None)
        return found.parent if found else ""

    def _by_title(self) -> None:
        """Match titles level by level, so that parents are known when their items are looked at."""
        titles, titles_now = self._places
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
                *(new for new in anywhere if is_distinct(new) and _may_have_moved(old, new)),
                *(new for new in misspelled if is_slip(old, new) and not links_differ(old, new)),
            ]
            for new in candidates:
                if new.id not in self.taken and self._is_unclaimed(old, new):
                    self._pair(old, new, "title")
                    break

    def _is_unclaimed(self, old: PlanItem, new: PlanItem) -> bool:
        """Tell whether the main address of neither is that of a third item in the other version."""
        if main_link(old) == main_link(new):
            return True
        return not (
            _is_linked(old, new, self.old, self.new) or _is_linked(new, old, self.new, self.old)
        )

    def _twins(self) -> None:
        """Match items of one title in one place, one after the other, where their company is the same.

        There must be as many as before, each beside one that it stood beside before.
        """
        groups: dict[Hashable, list[PlanItem]] = {}
        for old in self.free_old():
            if not old.is_group and old.title:
                groups.setdefault((old.parent, title_words(old.title[0])), []).append(old)
        for twins in groups.values():
            parent = self.image(twins[0].parent)
            now = [
                new
                for new in self.new.children.get(parent or "", [])
                if new.id not in self.taken and same_title(twins[0], new)
            ]
            if parent is None:
                continue
            pairs = list(zip(in_order(twins), in_order(now), strict=False))
            if len(now) != len(twins) or not all(self._is_beside(*pair) for pair in pairs):
                pairs = list(self._between(twins, now))
            for old, new in pairs:
                if self._is_unclaimed(old, new) and not links_differ(old, new):
                    self._pair(old, new, "title")

    def _between(
        self, twins: list[PlanItem], now: list[PlanItem]
    ) -> Iterator[tuple[PlanItem, PlanItem]]:
        """Yield those twins of which just one stands between the items that it stood between."""
        for old in twins:
            found = [new for new in now if all(self._company(old, new))]
            claims = [other for other in twins if found and all(self._company(other, found[0]))]
            if len(found) == len(claims) == 1:
                yield old, found[0]

    def _is_beside(self, old: PlanItem, new: PlanItem) -> bool:
        return any(self._company(old, new))

    def _company(self, old: PlanItem, new: PlanItem) -> list[bool]:
        """Tell of the items before and behind whether they are still the same."""
        pairs = zip(self.old.neighbours(old), self.new.neighbours(new), strict=True)
        return [
            before is now
            if before is None or now is None
            else before.id in self.became and self.became[before.id][0].id == now.id
            for before, now in pairs
        ]


def _is_translation(old: PlanVersion, new: PlanVersion) -> bool:
    """Tell whether most ids stayed while their titles went into another script."""
    common = [(item, new.items[name]) for name, item in old.items.items() if name in new.items]
    translated = sum(is_translated(*pair) for pair in common)
    return translated > _MOST * max(len(old.items), len(new.items))


def _is_linked(item: PlanItem, other: PlanItem, here: PlanVersion, there: PlanVersion) -> bool:
    """Tell whether a third item has an address of this one in the other version."""
    if there.by_main.get(_main(item), other) is not other:
        return True
    keys = (key for key in page_keys(item) if here.by_any_page.get(key) is item)
    return any(there.by_any_page.get(key, other) is not other for key in keys)


def _main(item: PlanItem) -> Key:
    return item.is_group, main_link(item)


def _pages(item: PlanItem) -> list[Key]:
    """Return an item's main address with each of its titles."""
    link = main_link(item)
    return [(link, key) for key in title_keys(item)] if link else []


def _is_called(
    item: PlanItem, here: PlanVersion, there: PlanVersion, places: Sequence[Index], *, is_sure: bool
) -> bool:
    """Tell whether a third item has the title of this one in the other version.

    Where the address `is_sure`, a short title that turns up under another parent says nothing.
    """
    if any((item.parent, key) in place for place in places[1:] for key in title_keys(item)):
        return True
    others = _known(title_keys(item), here.by_title, there.by_title)
    return any(is_distinct(other) or not is_sure for other in others)


def _may_have_moved(old: PlanItem, new: PlanItem) -> bool:
    """Tell whether nothing speaks against a title that turns up under another parent."""
    return not links_differ(old, new) or same_page(old, new)


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
