"""From what a learner types to the item that is meant."""

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

# Asks the user which of an error's closest items was meant, and returns its place there; raises
# the error where nobody can answer. Of a GuessTaken it only has to tell.
AmbiguityResolver = Callable[[UnclearItem], int]

IsMeant = Callable[[int], bool]


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
    return one(space, name, resolve_ambiguity, to_change=to_change)


def _joined(space: Space, words: Sequence[str]) -> str:
    if len(words) > 1 and all(exact(space, word) is not None for word in words):
        raise UsageProblem("unexpected", words[1])
    return " ".join(words)


def one(
    space: Space,
    name: str,
    resolve_ambiguity: AmbiguityResolver,
    *,
    to_change: bool,
    wanted: IsMeant | None = None,
) -> int:
    """Return the node that one name means; see `find_item`."""
    node = exact(space, name)
    if node is not None:
        return node
    found = found_for(space, name)
    nodes = found.nodes
    if wanted is not None:
        nodes = [*filter(wanted, nodes)] or nodes
    if len(nodes) == 1 and (found.sure or not (to_change or found.only_asked)):
        return nodes[0] if found.sure else _guessed(space, name, found, nodes[0], resolve_ambiguity)
    if nodes and found.has_all_in_first and not to_change:
        return _guessed(space, name, found, nodes[0], resolve_ambiguity)
    error = unclear(space, name, found, nodes)
    return nodes[resolve_ambiguity(error)] if nodes else _raise(error)


def found_for(space: Space, name: str) -> "Match":
    """Return what a name may mean that is no id."""
    from llmroadmap.core.lookup.match import Match, match  # only for a name that is no id

    if name == ".":
        return Match(nodes=_started(space.progress), sure=True)
    found = match(space.roadmap, name)
    word = name.strip().casefold()
    if word in _NEXT and not any(_is_title(space, node, word) for node in found.nodes):
        return Match(nodes=_next(space.progress) or found.nodes, sure=False, only_asked=True)
    return found


def _is_title(space: Space, node: int, word: str) -> bool:
    return space.roadmap.item(node).title(space.lang).casefold() == word


# What the screen calls the step to go on with; a plan may have a step of just that title.
_NEXT = {"next", "next step", "the next", "下一步", "下一个", "下一节"}


def _next(progress: "Progress") -> list[int]:
    """Return the step that `next` puts first, in a list; an empty one where nothing is left."""
    from llmroadmap.core.study.selection import next_steps  # only for who says so

    return [offer.node for offer in next_steps(progress, 1)]


def _guessed(
    space: Space, name: str, found: "Match", node: int, resolve_ambiguity: AmbiguityResolver
) -> int:
    """Return the node after it was told that it is a guess."""
    guess = GuessTaken(name, candidates(space, [node]), understood=found.understood)
    resolve_ambiguity(guess)
    return node


def _raise(error: UnclearItem) -> int:
    raise error


def exact(space: Space, name: str) -> int | None:
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


def unclear(space: Space, name: str, found: "Match", nodes: Sequence[int]) -> UnclearItem:
    """Return the error that says what a name may mean: one of these nodes, or none."""
    if found.sure and nodes:
        offered = candidates(space, nodes[:OFFERED])
        return AmbiguousItem(name, offered, len(nodes))
    from llmroadmap.core.lookup.match import closest, group_of_id
    from llmroadmap.core.lookup.spoken import kind_named

    kind = "" if nodes else kind_named(name)
    near = nodes or ([] if kind else closest(space.roadmap, name))
    within = group_of_id(space.roadmap, name)
    return UnknownItem(
        name,
        candidates(space, near[:OFFERED]),
        within="" if within is None else space.roadmap.id_of(within),
        kind=kind,
        understood=found.understood,
        by_link=found.by_link,
    )


def candidates(space: Space, nodes: Sequence[int]) -> tuple[Candidate, ...]:
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
