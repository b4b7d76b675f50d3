"""From what a learner types to the item that is meant."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from llmroadmap.core.errors import (
    AmbiguousItem,
    Candidate,
    GuessTaken,
    NothingStarted,
    NotInListing,
    UnclearItem,
    UnknownItem,
    UsageProblem,
)

if TYPE_CHECKING:
    from llmroadmap.core.lookup.match import Match
    from llmroadmap.core.model.roadmap import Roadmap
    from llmroadmap.core.progress.progress import Progress

# So many are offered to pick from, and named in an error.
OFFERED = 9


# Asks the user which of an error's closest items was meant, and returns its place there; raises
# the error where nobody can answer. Of a GuessTaken it only has to tell.
AmbiguityResolver = Callable[[UnclearItem], int]

_Wanted = Callable[[int], bool]


class Space(Protocol):
    """What names are looked up in: the workspace has all of it."""

    @property
    def roadmap(self) -> "Roadmap": ...
    @property
    def progress(self) -> "Progress": ...
    @property
    def lang(self) -> str: ...
    @property
    def last_listing(self) -> Sequence[str]: ...


def find_item(
    space: Space,
    name: str | Sequence[str],
    resolve_ambiguity: AmbiguityResolver,
    *,
    to_change: bool = False,
) -> int:
    """Return the node that `name` means; raise an UnclearItem that says what it may mean.

    Words given one by one are one name. Several items are picked from, and `to_change` a guess is
    confirmed, where somebody can answer.
    """
    if not isinstance(name, str):
        name = _joined(space, name)
    return _one(space, name, resolve_ambiguity, to_change=to_change)


def find_items(
    space: Space,
    names: Sequence[str],
    resolve_ambiguity: AmbiguityResolver,
    *,
    to_change: bool = False,
    wanted: _Wanted | None = None,
) -> list[int]:
    """Return the nodes that the names mean, each once, all or none; see `find_item`.

    Words that together name one item are asked about. Where some of the items that a name may mean
    are `wanted`, the others are not meant.
    """
    together = _together(space, names, resolve_ambiguity)
    if together is not None:
        return [together]
    found = [
        _one(space, name, resolve_ambiguity, to_change=to_change, wanted=wanted) for name in names
    ]
    return list(dict.fromkeys(found))


def _joined(space: Space, words: Sequence[str]) -> str:
    if len(words) > 1 and all(_exact(space, word) is not None for word in words):
        raise UsageProblem("unexpected", words[1])
    return " ".join(words)


def _one(
    space: Space,
    name: str,
    resolve_ambiguity: AmbiguityResolver,
    *,
    to_change: bool,
    wanted: _Wanted | None = None,
) -> int:
    node = _exact(space, name)
    if node is not None:
        return node
    found = _found(space, name)
    nodes = found.nodes
    if wanted is not None:
        nodes = [*filter(wanted, nodes)] or nodes
    if len(nodes) == 1 and (found.sure or not (to_change or found.only_asked)):
        return nodes[0] if found.sure else _guessed(space, name, nodes[0], resolve_ambiguity)
    if nodes and found.has_all_in_first and not to_change:
        return _guessed(space, name, nodes[0], resolve_ambiguity)
    error = _unclear(space, name, nodes, sure=found.sure)
    return nodes[resolve_ambiguity(error)] if nodes else _raise(error)


def _found(space: Space, name: str) -> "Match":
    from llmroadmap.core.lookup.match import Match, match  # only for a name that is no id

    return (
        Match(nodes=_started(space.progress), sure=True)
        if name == "."
        else match(space.roadmap, name)
    )


def _guessed(space: Space, name: str, node: int, resolve_ambiguity: AmbiguityResolver) -> int:
    """Return the node after it was told that it is a guess."""
    resolve_ambiguity(GuessTaken(name, _candidates(space, [node])))
    return node


def _raise(error: UnclearItem) -> int:
    raise error


def _exact(space: Space, name: str) -> int | None:
    """Return the node with this id, or the one that was shown under this number."""
    if name[:1] == "@" and name[1:].isdecimal():
        return _shown(space, name)
    return space.roadmap.find(name)


def _shown(space: Space, name: str) -> int:
    number, last_listing = int(name[1:7]), space.last_listing
    if not 0 < number <= len(last_listing):
        raise NotInListing(name, len(last_listing))
    full_id = last_listing[number - 1]
    node = space.roadmap.find(full_id)
    if node is None:
        raise UnknownItem(full_id)
    return node


def _started(progress: "Progress") -> list[int]:
    """Return the steps in progress, the one touched last first."""
    nodes = progress.started()
    if not nodes:
        raise NothingStarted
    return sorted(nodes, key=lambda node: -progress.touched[node])


def _unclear(space: Space, name: str, nodes: Sequence[int], *, sure: bool) -> UnclearItem:
    if sure and nodes:
        offered = _candidates(space, nodes[:OFFERED])
        return AmbiguousItem(name, offered, len(nodes))
    within = None
    if not nodes:
        from llmroadmap.core.lookup.match import closest, group_of_id

        nodes, within = closest(space.roadmap, name), group_of_id(space.roadmap, name)
    group = "" if within is None else space.roadmap.id_of(within)
    return UnknownItem(name, _candidates(space, nodes[:OFFERED]), within=group)


def _candidates(space: Space, nodes: Sequence[int]) -> tuple[Candidate, ...]:
    """Return what is said of the nodes: those that read alike differ in where they stand."""
    depths = dict.fromkeys(nodes, 1)
    while True:
        found = {node: _candidate(space, node, depth) for node, depth in depths.items()}
        seen: dict[tuple[str, str], list[int]] = {}
        for node, each in found.items():
            seen.setdefault((each.title, each.where), []).append(node)
        alike = [node for group in seen.values() if len(group) > 1 for node in group]
        deeper = [node for node in alike if depths[node] < len(space.roadmap.path(node)) - 1]
        if not deeper:
            return tuple(found.values())
        for node in deeper:
            depths[node] += 1


def _candidate(space: Space, node: int, depth: int) -> Candidate:
    """Return the item, and the titles of the `depth` groups above it, the nearest first."""
    roadmap, lang = space.roadmap, space.lang
    item, above = roadmap.item(node), roadmap.path(node)[:-1]
    # Many chapters have an introduction: which one, only the chapter's title says.
    groups = [roadmap.item(group).title(lang) for group in reversed(above[-depth:])]
    return Candidate(item.id, item.title(lang), " · ".join(groups))


def _together(
    space: Space, names: Sequence[str], resolve_ambiguity: AmbiguityResolver
) -> int | None:
    """Return what several names mean as one, where that is one item and somebody says that it is.

    Full ids, and numbers of a list, are always names of their own.
    """
    if len(names) < 2:
        return None
    unclear = [name for name in names if name != "." and _exact(space, name) is None]
    if not unclear:
        return None
    from llmroadmap.core.lookup.match import certain  # only for a name that is no id

    together = " ".join(names)
    nodes = certain(space.roadmap, together)
    if len(nodes) != 1:
        return None
    return nodes[resolve_ambiguity(UnknownItem(unclear[0], _candidates(space, nodes), together))]
