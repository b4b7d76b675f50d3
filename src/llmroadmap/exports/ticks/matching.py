"""Which step each line of a file means: by its id, then its address, then its title; never a guess."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import every
from llmroadmap.core.plan_diff.plan_items import address
from llmroadmap.core.plan_diff.similarity import title_words
from llmroadmap.exports.ticks import Tick

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]")


class Match(NamedTuple):
    """A line and what it means: one node, several that it may mean, or none."""

    tick: Tick
    nodes: tuple[int, ...]
    by: str = ""

    @property
    def node(self) -> int | None:
        """Return the one node that is meant, None for none or several."""
        return self.nodes[0] if len(self.nodes) == 1 else None


class Matcher:
    """The items of a roadmap by all that a line may name them with."""

    def __init__(self, roadmap: Roadmap) -> None:
        self._roadmap = roadmap
        self._ids: dict[str, set[int]] = {}
        self._addresses: dict[str, set[int]] = {}
        self._titles: dict[str, set[int]] = {}  # word for word
        self._words: dict[tuple[str, ...], set[int]] = {}  # in any spelling
        for node, full_id in enumerate(roadmap.ids.all()):
            if roadmap.is_habit(node):
                continue
            record = roadmap.record(node)
            self._ids.setdefault(_NOT_IN_ID.sub("-", full_id), set()).add(node)
            for link in record.get("links", ()):
                self._addresses.setdefault(address(link["url"]), set()).add(node)
            for title in every(record["title"]):
                self._titles.setdefault(_letters(title), set()).add(node)
                self._words.setdefault(title_words(title), set()).add(node)

    def match(self, tick: Tick) -> Match:
        """Return what a line means; several where that cannot be told."""
        node = self._by_id(tick)
        if node is not None:
            return Match(tick, (node,), "id")
        titled = self._titled(tick.title)
        linked: set[int] = set()
        for url in tick.urls:
            linked |= self._addresses.get(address(url), set())
        if linked:
            return Match(tick, self._narrowed(linked, titled, tick), "address")
        return Match(tick, self._narrowed(titled, set(), tick), "title")

    def _titled(self, title: str) -> set[int]:
        """Return the nodes of this title, written just so if there are any."""
        if not _letters(title):
            return set()
        return self._titles.get(_letters(title)) or self._words.get(title_words(title), set())

    def _by_id(self, tick: Tick) -> int | None:
        """Return the node of this id; where the file does not say whose it is, words must agree."""
        if not tick.id or tick.roadmap not in ("", self._roadmap.id):
            return None
        node = self._roadmap.find(tick.id)
        if node is None:
            alike = self._ids.get(tick.id, set())
            node = next(iter(alike)) if len(alike) == 1 else None
        if node is None or tick.roadmap:
            return node
        record = self._roadmap.record(node)
        urls = {address(link["url"]) for link in record.get("links", ())}
        titles = {title_words(title) for title in every(record["title"])}
        agrees = title_words(tick.title) in titles or not urls.isdisjoint(map(address, tick.urls))
        return node if agrees else None

    def _narrowed(self, nodes: set[int], titled: set[int], tick: Tick) -> tuple[int, ...]:
        """Return those of several that also have the title, or that stand where the line does."""
        for narrow in (
            lambda some: some & titled,
            self._steps,
            lambda some: self._inside(some, tick),
        ):
            if len(nodes) > 1:
                nodes = narrow(nodes) or nodes
        return tuple(sorted(nodes))

    def _steps(self, nodes: Iterable[int]) -> set[int]:
        return {node for node in nodes if self._roadmap.is_step(node)}

    def _inside(self, nodes: Iterable[int], tick: Tick) -> set[int]:
        """Return those whose group, or a group above that, has the title of what the line stands in."""
        above = [title_words(title) for title in tick.above if title]
        for words in reversed(above):
            found = {node for node in nodes if words in self._titles_above(node)}
            if found:
                return found
        return set()

    def _titles_above(self, node: int) -> set[tuple[str, ...]]:
        return {
            title_words(title)
            for parent in self._roadmap.path(node)[:-1]
            for title in every(self._roadmap.record(parent)["title"])
        }


def _letters(title: str) -> str:
    """Return the letters and digits of a title, small."""
    return "".join(filter(str.isalnum, normalize("NFKC", title).casefold()))


def ticks_of_tree(
    tree: Mapping[str, object], states: Mapping[str, str], days: Mapping[str, str], *, own: bool
) -> list[Tick]:
    """Return a tick for each step of a plan's tree, by its states; `own`: its ids are ours."""
    from llmroadmap.core.model.builder import build_roadmap  # only for whole plans

    roadmap = build_roadmap(tree)  # type: ignore[arg-type]
    found = []
    for node, full_id in enumerate(roadmap.ids.all()):
        if not roadmap.is_step(node):
            continue
        record = roadmap.record(node)
        found.append(
            Tick(
                state=states.get(full_id, "open"),
                title=next(every(record["title"]), ""),
                id=full_id if own else "",
                roadmap=roadmap.id if own else "",
                urls=tuple(link["url"] for link in record.get("links", ())),
                above=tuple(
                    next(every(roadmap.record(above)["title"]), "")
                    for above in roadmap.path(node)[:-1]
                ),
                day=days.get(full_id, ""),
            )
        )
    return found
