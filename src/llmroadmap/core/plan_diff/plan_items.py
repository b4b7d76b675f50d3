"""What is known of a plan's items when two versions are compared, and how it is looked up."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from llmroadmap.core.plan_diff.similarity import title_words

Key = Hashable
_PATH = 8  # characters of an address behind the host that tell one page from another


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An item: its full id, its titles in all languages, its parent's full id ("" without one).

    `origin` is what the importer knew it by; links are addresses, the main one first. `place` says
    what it stands behind: the greater, the later. A stage is an item only to be a parent.
    """

    id: str
    title: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    parent: str = ""
    was: tuple[str, ...] = ()
    origin: str | None = None
    is_group: bool = False
    is_stage: bool = False
    place: int = 0


Index = Mapping[Key, PlanItem]


class PlanVersion:
    """One version of a plan, with its items by all that tells them apart.

    Of every index only the keys that exactly one item has are kept: what two share proves nothing.
    """

    def __init__(self, items: Sequence[PlanItem]) -> None:
        self.items = {item.id: item for item in items}
        everything = self.items.values()
        self.by_origin = single((item.origin, item) for item in everything if item.origin)
        self.by_was = single((former, item) for item in everything for former in item.was)
        self.by_link = single((key, item) for item in everything for key in link_keys(item))
        self.by_main = single((keys[0], item) for item in everything if (keys := link_keys(item)))
        # One page, whatever its host is called now.
        self.by_page = single(
            (page, item) for item in everything if item.links and (page := page_key(item))
        )
        self.by_any_page = single((key, item) for item in everything for key in page_keys(item))
        self.titles = {key for item in everything for key in title_keys(item)}
        self.by_title = single((key, item) for item in everything for key in title_keys(item))
        self.children: dict[str, list[PlanItem]] = {}
        for item in sorted(everything, key=lambda item: item.id):
            self.children.setdefault(item.parent, []).append(item)
        self._beside: dict[str, tuple[PlanItem | None, PlanItem | None]] = {}

    def neighbours(self, item: PlanItem) -> tuple[PlanItem | None, PlanItem | None]:
        """Return what stands right before and right behind an item, under the same parent."""
        if not self._beside:
            for siblings in map(in_order, self.children.values()):
                around = zip([None, *siblings], siblings, [*siblings[1:], None], strict=False)
                self._beside.update((each.id, (before, behind)) for before, each, behind in around)
        return self._beside[item.id]


def in_order(items: Iterable[PlanItem]) -> list[PlanItem]:
    """Return items in the order of their plan."""
    return sorted(items, key=lambda item: (item.place, item.id))


def single(pairs: Iterable[tuple[Key, PlanItem]]) -> Index:
    """Return the keys that belong to one item only, with that item."""
    found: dict[Key, PlanItem | None] = {}
    for key, item in pairs:
        known = found.setdefault(key, item)
        if known is not None and known.id != item.id:
            found[key] = None
    return {key: item for key, item in found.items() if item is not None}


def link_keys(item: PlanItem) -> list[tuple[bool, str]]:
    """Return the addresses of an item in one spelling, kept apart for groups and steps."""
    return [(item.is_group, address(link)) for link in item.links]


def title_keys(item: PlanItem) -> list[tuple[bool, tuple[str, ...]]]:
    """Return the words of an item's titles, kept apart for groups and steps."""
    return [(item.is_group, title_words(title)) for title in item.title if title_words(title)]


def address(link: str) -> str:
    """Return an address without what makes no other page of it."""
    scheme, colon, rest = link.strip().partition("://")
    if not colon or scheme.lower() not in ("http", "https"):
        return link.strip()
    host, slash, path = rest.partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")


def page_key(item: PlanItem) -> Key | None:
    """Return what stands behind the host of the main address, None where it is too short to mean a page."""
    path = address(item.links[0]).partition("/")[2] if item.links else ""
    return (item.is_group, path) if len(path) >= _PATH else None


def page_keys(item: PlanItem) -> list[Key]:
    """Return all addresses of an item without their hosts, as far as they mean a page then."""
    found = (address(link) for link in item.links)
    paths = ((link, link.partition("/")[2]) for link in found)
    return [(item.is_group, path if len(path) >= _PATH else link) for link, path in paths]


def share_link(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether two items have an address in common."""
    return not {address(link) for link in one.links}.isdisjoint(map(address, other.links))


def links_differ(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether both have addresses, and none in common."""
    return bool(one.links and other.links) and not share_link(one, other)


def origins_differ(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether both have an origin, and not the same."""
    return bool(one.origin and other.origin) and one.origin != other.origin
