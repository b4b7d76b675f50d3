"""What to study now, and why that.

Started steps first, then what has a date of the learner's that is near. Then the first stage with something left: down a sequence to its first open
step, which never jumps over one that waits; through a parallel group from side to side, the one
untouched longest first. Optional steps when no counted one is left.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from llmroadmap.core.progress.progress import OPEN, UNCOUNTED, Progress
from llmroadmap.core.records import NamedTuple

# Why a step is offered; `by` names the step that unlocked it, or what is due.
CONTINUE, DUE, IN_ORDER, UNLOCKED, UNTOUCHED, NOT_BEGUN, OPTIONAL = (
    "continue",
    "due",
    "in-order",
    "unlocked",
    "untouched-longest",
    "not-begun",
    "optional",
)


class Offer(NamedTuple):
    """A step to study now. `by`: the need that opened it, what is due; `branches`: sides open beside."""

    node: int
    reason: str
    by: int | None = None
    branches: int = 0


def next_steps(
    progress: Progress,
    limit: int,
    *,
    within: int | None = None,
    accept: Callable[[int], bool] = lambda node: True,
) -> list[Offer]:
    """Return up to `limit` steps to study now, best first, no step twice.

    `within` keeps to one stage, course or group; `accept` says which steps are wanted at all (what
    it refuses is passed over, as if it were done, but nothing behind a waiting step is offered).
    """
    return list(islice(_offers(progress, within, accept), limit))


def _offers(
    progress: Progress, within: int | None, accept: Callable[[int], bool]
) -> Iterator[Offer]:
    roadmap = progress.roadmap
    inside = range(len(roadmap)) if within is None else roadmap.subtree(within)
    started = [node for node in progress.started() if node in inside and accept(node)]
    started.sort(key=lambda node: -progress.touched[node])
    yield from (Offer(node=node, reason=CONTINUE) for node in started)
    seen = set(started)
    walk = _Walk(progress)
    if progress.roadmap.due:
        for offer in walk.due():
            if offer.node in inside and offer.node not in seen and accept(offer.node):
                seen.add(offer.node)
                yield offer
    if within is None:
        offers = walk.in_sequence(-1, IN_ORDER, None, 0)
    else:
        blocked = progress.waits_for(within)
        offers = iter(()) if blocked else walk.below(within, IN_ORDER, None, 0)
    for offer in offers:
        if offer.node not in seen and accept(offer.node):
            yield offer
    if not progress.left(within):
        yield from _optional(progress, inside, accept, seen)


def _optional(
    progress: Progress, inside: range, accept: Callable[[int], bool], seen: set[int]
) -> Iterator[Offer]:
    roadmap = progress.roadmap
    node = progress.states.find(OPEN + UNCOUNTED, inside.start, inside.stop)
    while node >= 0:
        if (
            node not in seen
            and accept(node)
            and not roadmap.is_muted(node)
            and not progress.waits_for(node)
        ):
            yield Offer(node=node, reason=OPTIONAL)
        node = progress.states.find(OPEN + UNCOUNTED, node + 1, inside.stop)


class _Walk:
    """Goes down the tree, looking only into what has something left."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.roadmap = progress.roadmap

    def due(self) -> Iterator[Offer]:
        """Yield the steps of what is due soon, and of what that waits for."""
        from llmroadmap.core.study.due import is_open_optional, pressing  # only where there is any

        for node in pressing(self.progress):
            needs = self.progress.waits_for(node)
            for each in needs or [node]:
                if is_open_optional(self.progress, each):
                    yield Offer(node=each, reason=DUE, by=node)
                elif not self.progress.waits_for(each):
                    for offer in self.below(each, DUE, node, 0):
                        yield offer._replace(reason=DUE, by=node, branches=0)

    def below(self, node: int, reason: str, by: int | None, branches: int) -> Iterator[Offer]:
        """Yield the offers of `node`, which waits for nothing."""
        if self.progress.states[node] == OPEN:
            yield Offer(node=node, reason=reason, by=by, branches=branches)
            return
        if self.roadmap.is_step(node):
            return
        if self.roadmap.is_parallel(node):
            yield from self.parallel(node, reason, by)
        else:
            yield from self.in_sequence(node, reason, by, branches)

    def in_sequence(
        self, group: int, reason: str, by: int | None, branches: int
    ) -> Iterator[Offer]:
        """Yield what comes first, then what would come after it, up to the first that waits."""
        for node in self.progress.open_children(group):
            if self.has_open_needs(node):
                return
            opened = self.unlocked_by(node)
            if opened is not None:
                yield from self.below(node, UNLOCKED, opened, 0)
            else:
                yield from self.below(node, reason, by, branches)
            if self.is_blocked(node):
                return
            # Only the first step of a sequence is new, or has been left longest.
            reason, by, branches = IN_ORDER, None, 0

    def parallel(self, group: int, reason: str, by: int | None) -> Iterator[Offer]:
        """Yield one step of each open side in turn, beginning with the side untouched longest."""
        progress = self.progress
        open_branches = [
            node for node in progress.open_children(group) if not self.has_open_needs(node)
        ]
        touched = {node: progress.last_touched(node) for node in open_branches}
        open_branches.sort(key=touched.__getitem__)
        walks: list[Iterator[Offer]] = []
        heads: list[Offer] = []
        branches: list[int] = []
        for node in open_branches:
            opened = self.unlocked_by(node)
            walk = (
                self.below(node, reason, by, 0)
                if opened is None
                else self.below(node, UNLOCKED, opened, 0)
            )
            head = next(walk, None)
            if head is not None:
                walks.append(walk)
                heads.append(head)
                branches.append(node)
        if len(heads) > 1 and heads[0].reason == IN_ORDER:
            first = UNTOUCHED if touched[branches[0]] else NOT_BEGUN
            heads[0] = heads[0]._replace(reason=first, branches=len(heads))
        yield from heads
        yield from _round_robin(walks)

    def has_open_needs(self, node: int) -> bool:
        """Tell whether `node` itself waits for another step."""
        needs = self.roadmap.needs.get(node, ())
        return any(not self.progress.is_met(need) for need in needs)

    def is_blocked(self, node: int) -> bool:
        """Tell whether something open in `node`, which comes before the rest, waits."""
        left = self.progress.left(node)
        if not left or not self.roadmap.needs or self.roadmap.is_step(node):
            return False
        needs = self.roadmap.needs
        subtree = self.roadmap.subtree(node)
        return any(n in subtree and self.progress.left(n) and self.has_open_needs(n) for n in needs)

    def unlocked_by(self, node: int) -> int | None:
        """Return the need of `node` that was finished last, if nothing of `node` is begun."""
        needs = self.roadmap.needs.get(node)
        if not needs or self.progress.last_touched(node):
            return None
        return max(needs, key=self.progress.last_touched)


def _round_robin(walks: list[Iterator[Offer]]) -> Iterator[Offer]:
    while walks:
        for walk in list(walks):
            offer = next(walk, None)
            if offer is None:
                walks.remove(walk)
            else:
                yield offer
