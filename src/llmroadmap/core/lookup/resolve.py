"""From what a learner types to the item that is meant."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.errors import (
    AmbiguousItem,
    Candidate,
    GuessTaken,
    NothingStarted,
    NotInListing,
    UnclearItem,
    UnknownItem,
)

if TYPE_CHECKING:
    from llmroadmap.core.lookup.match import Match
    from llmroadmap.core.model.roadmap import Roadmap
    from llmroadmap.core.progress.progress import Progress

# So many are offered to pick from, and named in an error.
OFFERED = 9
# So many ids parted by commas are taken from one word.
_MOST_PARTS = 1000
_COMMAS = re.compile("[,，、;；]")


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
        _one(space, name, resolve_ambiguity, to_change=to_change, wanted=wanted)
        for typed in names
        for name in _taken_apart(space, typed)
    ]
    return list(dict.fromkeys(found))


def _taken_apart(space: Space, typed: str) -> Sequence[str]:
    """Return the full ids that commas part or a range stands for: hf.1.1,hf.1.3-5; else `typed`.

    Only where all of them are full ids: a comma in anything else belongs to a title.
    """
    if not typed[-1:].isalnum() or _exact(space, typed) is not None:
        return [typed]
    found: list[str] = []
    for piece in _COMMAS.sub(",", typed).split(",")[:_MOST_PARTS]:
        name = piece.strip()
        ids = [name] if space.roadmap.find(name) is not None else _range(space.roadmap, name)
        if not ids:
            return [typed]
        found += ids
    return found


def _range(roadmap: "Roadmap", name: str) -> Sequence[str]:
    """Return the ids from the first to the last number of one group: hf.1.3-5, hf.1.3-hf.1.5."""
    first, dash, last = _at_dash(name)
    group, dot, low = first.rpartition(".")
    high = last.removeprefix(f"{group}.")
    if not (dash and dot and _is_number(low) and _is_number(high) and int(low) < int(high)):
        return []
    parent = roadmap.find(group)
    if parent is None or roadmap.id_of(parent) != group:
        return []
    own = [roadmap.id_of(node) for node in roadmap.children(parent)]
    numbers = {full_id: full_id[len(group) + 1 :] for full_id in own}
    if f"{group}.{low}" not in numbers or f"{group}.{high}" not in numbers:
        return []
    return [
        full_id
        for full_id, number in numbers.items()
        if _is_number(number) and int(low) <= int(number) <= int(high)
    ]


def _at_dash(name: str) -> tuple[str, str, str]:
    """Part a range at its dash, also where the ids have dashes of their own: a-b.1-a-b.3."""
    half = len(name) // 2
    for cut in range(max(half - 3, 1), min(half + 4, len(name))):
        first, last = name[:cut], name[cut + 1 :]
        group = first.rpartition(".")[0]
        if name[cut] == "-" and group and group == last.rpartition(".")[0]:
            return first, "-", last
    return name.rpartition("-")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


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
        return nodes[0] if found.sure else _guessed(space, name, found, nodes[0], resolve_ambiguity)
    if nodes and found.has_all_in_first and not to_change:
        return _guessed(space, name, found, nodes[0], resolve_ambiguity)
    error = _unclear(space, name, found, nodes)
    return nodes[resolve_ambiguity(error)] if nodes else _raise(error)


def _found(space: Space, name: str) -> "Match":
    from llmroadmap.core.lookup.match import Match, match  # only for a name that is no id

    return (
        Match(nodes=_started(space.progress), sure=True)
        if name == "."
        else match(space.roadmap, name)
    )


def _guessed(
    space: Space, name: str, found: "Match", node: int, resolve_ambiguity: AmbiguityResolver
) -> int:
    """Return the node after it was told that it is a guess."""
    candidates = _candidates(space, [node])
    resolve_ambiguity(GuessTaken(name, candidates, understood=found.understood))
    return node


def _raise(error: UnclearItem) -> int:
    raise error


def _exact(space: Space, name: str) -> int | None:
    """Return the node with this id, or the one that was shown under this number.

    The former id of a step that was split names no single one of its parts.
    """
    if name[:1] == "@" and name[1:].isdecimal():
        return _shown(space, name)
    return None if space.roadmap.further_parts(name) else space.roadmap.find(name)


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
    """Return the steps in progress, the one touched last first; else what was touched last."""
    nodes = progress.started() or progress.last_steps()
    if not nodes:
        raise NothingStarted
    return sorted(nodes, key=lambda node: -progress.touched[node])


def _unclear(space: Space, name: str, found: "Match", nodes: Sequence[int]) -> UnclearItem:
    if found.sure and nodes:
        offered = _candidates(space, nodes[:OFFERED])
        return AmbiguousItem(name, offered, len(nodes))
    from llmroadmap.core.lookup.match import closest, group_of_id
    from llmroadmap.core.lookup.spoken import kind_named

    kind = "" if nodes else kind_named(name)
    near = nodes or ([] if kind else closest(space.roadmap, name))
    within = group_of_id(space.roadmap, name)
    return UnknownItem(
        name,
        _candidates(space, near[:OFFERED]),
        within="" if within is None else space.roadmap.id_of(within),
        kind=kind,
        understood=found.understood,
    )


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
