"""The `moved` events that carry progress from an old version of a plan to a new one."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from llmroadmap.core.plan_diff.diff import PlanChanges

Move = tuple[str, str]


def moves(changes: PlanChanges, answers: Mapping[str, str] | None = None) -> list[Move]:
    """Return (old id, new id) in the order in which the events must be written.

    `answers` says of unsure items which new one each is; of one that is not there, progress stays
    with its old id. Only where that id now stands for another thing it is set aside, under an id
    that no item has, so that it cannot count for that thing.
    """
    wanted = {
        match.old.id: match.new.id
        for match in changes.matches
        if match.renamed and not match.old.is_group
    }
    wanted.update(_answered(changes, answers or {}))
    return _in_order(_by_group(changes, wanted), changes.new_ids | changes.old_ids)


def _answered(changes: PlanChanges, answers: Mapping[str, str]) -> Iterator[Move]:
    taken = changes.new_ids | changes.old_ids
    reused = {gone.old.id for gone in changes.gone if gone.reused}
    for unsure in changes.unsure:
        old = unsure.old.id
        answer = answers.get(old, "")
        if answer in changes.new_ids:
            if answer != old:
                yield old, answer
        elif old in reused:
            yield old, _free(f"{old}-earlier", taken)


def _by_group(changes: PlanChanges, wanted: Mapping[str, str]) -> dict[str, str]:
    """Replace the moves of a group's items by one move of the group, where that says the same.

    A `moved` group takes along whatever was ever under it, so it must have nothing that is new:
    an item dropped long ago could otherwise give its tick to a namesake.
    """
    result = dict(wanted)
    old_ids, new_ids = sorted(changes.old_ids), sorted(changes.new_ids)
    became = {match.old.id: match.new.id for match in changes.matches}
    done: set[str] = set()
    for match in sorted(changes.matches, key=lambda match: match.old.id.count(".")):
        old, new = match.old.id, match.new.id
        if not (match.renamed and match.old.is_group and match.new.is_group) or old in done:
            continue
        below, below_new = _below(old, old_ids), _below(new, new_ids)
        if len(below) == len(below_new) and all(
            became.get(name) == new + name[len(old) :] for name in below
        ):
            for name in below:
                result.pop(name, None)
            done.update(below)
            result[old] = new
    return result


def _below(group: str, ids: list[str]) -> list[str]:
    """Return the ids below a group; "/" is the character that follows the dot."""
    return ids[bisect_left(ids, f"{group}.") : bisect_left(ids, f"{group}/")]


def _in_order(wanted: Mapping[str, str], taken: frozenset[str]) -> list[Move]:
    """Order moves so that none takes along what another has just brought.

    A move takes all that is under its old id. So an id must be left, and all above it, before
    something arrives there; where that goes in a circle, one of them waits aside.
    """
    blockers = {
        old: {part for part in _upwards(new) if part in wanted} for old, new in wanted.items()
    }
    blocks: dict[str, list[str]] = defaultdict(list)
    for old, parts in blockers.items():
        for part in parts:
            blocks[part].append(old)
    ready = deque(sorted(old for old, parts in blockers.items() if not parts))
    stuck = deque(sorted(old for old, parts in blockers.items() if parts))
    aside: dict[str, str] = {}
    left: set[str] = set()
    order: list[Move] = []
    while ready or stuck:
        if ready:
            old = ready.popleft()
            order.append((aside.get(old, old), wanted[old]))
            freed = old not in aside
        else:
            old = stuck.popleft()
            if old in left or not blockers[old]:
                continue
            aside[old] = _free(f"aside-{len(aside) + 1}", taken)
            order.append((old, aside[old]))
            freed = True
        if freed:
            for other in blocks[old]:
                blockers[other].discard(old)
                if not blockers[other] and other not in left:
                    left.add(other)
                    ready.append(other)
    return order


def _upwards(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]


def _free(name: str, taken: frozenset[str]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate
