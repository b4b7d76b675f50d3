"""From what a learner types to the item that is meant."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from llmroadmap.core.errors import (
    AmbiguousItem,
    Candidate,
    NothingStarted,
    NotShown,
    UnclearItem,
    UnknownItem,
)

if TYPE_CHECKING:
    from llmroadmap.core.progress import Progress
    from llmroadmap.core.roadmap import Roadmap

# So many are offered to pick from, and named in an error.
OFFERED = 9


# Asks the person which of an error's closest items was meant, and returns its place there; raises
# the error where nobody can answer.
Which = Callable[[UnclearItem], int]


class Space(Protocol):
    """What names are looked up in: the workspace has all of it."""

    @property
    def roadmap(self) -> "Roadmap": ...
    @property
    def progress(self) -> "Progress": ...
    @property
    def lang(self) -> str: ...
    @property
    def shown(self) -> Sequence[str]: ...


def find_item(space: Space, name: str, which: Which, *, to_change: bool = False) -> int:
    """Return the node that `name` means; raise an UnclearItem that says what it may mean.

    Several are picked from, and `to_change` a guess is confirmed, where somebody can answer.
    """
    return _one(space, name, which, to_change=to_change)


def find_items(
    space: Space, names: Sequence[str], which: Which, *, to_change: bool = False
) -> list[int]:
    """Return the nodes that the names mean, each once, all or none; see `find_item`."""
    _check_together(space, names)
    return list(dict.fromkeys(_one(space, name, which, to_change=to_change) for name in names))


def _one(space: Space, name: str, which: Which, *, to_change: bool) -> int:
    node = _exact(space, name)
    if node is not None:
        return node
    if name == ".":
        nodes, sure, only_asked = _started(space.progress), True, False
    else:
        from llmroadmap.core.matching import match  # only for a name that is no id

        nodes, sure, only_asked = match(space.roadmap, name)
    if len(nodes) == 1 and (sure or not (to_change or only_asked)):
        return nodes[0]
    error = _unclear(space, name, nodes, sure=sure)
    return nodes[which(error)] if nodes else _raise(error)


def _raise(error: UnclearItem) -> int:
    raise error


def _exact(space: Space, name: str) -> int | None:
    """Return the node with this id, or the one that was shown under this number."""
    if name[:1] == "@" and name[1:].isdecimal():
        return _shown(space, name)
    return space.roadmap.find(name)


def _shown(space: Space, name: str) -> int:
    number, shown = int(name[1:7]), space.shown
    if not 0 < number <= len(shown):
        raise NotShown(name, len(shown))
    full_id = shown[number - 1]
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
        from llmroadmap.core.matching import closest, group_of_id

        nodes, within = closest(space.roadmap, name), group_of_id(space.roadmap, name)
    group = "" if within is None else space.roadmap.id_of(within)
    return UnknownItem(name, _candidates(space, nodes[:OFFERED]), within=group)


def _candidates(space: Space, nodes: Sequence[int]) -> tuple[Candidate, ...]:
    return tuple(_candidate(space, node) for node in nodes)


def _candidate(space: Space, node: int) -> Candidate:
    roadmap, lang = space.roadmap, space.lang
    item, above = roadmap.item(node), roadmap.columns.parent[node]
    # Many chapters have an introduction: which one, only the chapter's title says.
    where = roadmap.item(above).title(lang) if above >= 0 and roadmap.is_step(node) else ""
    return Candidate(item.id, item.title(lang), where)


def _check_together(space: Space, names: Sequence[str]) -> None:
    """Raise UnknownItem where words that name nothing alone name one item together."""
    if len(names) < 2:
        return
    unclear = [name for name in names if name != "." and _exact(space, name) is None]
    if not unclear:
        return
    from llmroadmap.core.matching import certain

    unclear = [name for name in unclear if len(certain(space.roadmap, name)) != 1]
    together = " ".join(names)
    if unclear and len(certain(space.roadmap, together)) == 1:
        raise UnknownItem(unclear[0], (), together)
