"""Steps for a wish: of at most so many minutes, of a kind, in a part of the plan."""

from collections.abc import Mapping
from itertools import pairwise

from llmroadmap.core.progress.progress import OPEN, STARTED, UNCOUNTED, Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import IN_ORDER, Offer, next_steps

# Why a step is offered: for the wish; because a part of it fits; as something else than the next.
FITS, PART, OTHER = "fits", "part", "other"

# So many are looked at for something else.
_COMPARED = 100


class NextFilter(NamedTuple):
    """What is wanted: 0 minutes for any time, "" for any kind, None for all of the plan.

    `only`: the nodes to choose from; None for all. `other`: what comes first is not wanted tonight.
    """

    minutes: int = 0
    kind: str = ""
    within: int | None = None
    factors: Mapping[str, float] = {}
    only: frozenset[int] | None = None
    other: bool = False

    def minutes_of(self, progress: Progress, node: int) -> float:
        """Return how long the step takes this learner."""
        estimate = progress.roadmap.columns.minutes[node]
        if not self.factors:
            return estimate
        return estimate * self.factors.get(progress.roadmap.item(node).kind, 1.0)

    def is_short(self, progress: Progress, node: int) -> bool:
        """Tell whether the step is short enough, as what is begun always is.

        So is one without an estimate: it is for the learner to see how far the time takes them.
        """
        return (
            not self.minutes
            or progress.states[node] % UNCOUNTED == STARTED
            or not progress.roadmap.is_timed(node)
            or self.minutes_of(progress, node) <= self.minutes
        )

    def is_meant(self, progress: Progress, node: int) -> bool:
        """Tell whether the step is one of those to choose from."""
        is_one = self.only is None or node in self.only
        return is_one and (not self.kind or progress.roadmap.item(node).kind == self.kind)

    def fits(self, progress: Progress, node: int) -> bool:
        """Tell whether the step is one of those to choose from, and short enough."""
        return self.is_meant(progress, node) and self.is_short(progress, node)


class FilteredOffers(NamedTuple):
    """The steps for a wish; `passed_over` would have come first without it.

    Where nothing is short enough, `fits` is false and the only step is one of which a part is.
    """

    offers: list[Offer]
    fits: bool
    passed_over: int | None


def filter_offers(progress: Progress, limit: int, next_filter: NextFilter) -> FilteredOffers:
    """Return up to `limit` steps that fit, best first.

    A step whose turn it is and that is too long comes first with a part of it, and what stands
    behind it, such as a quiz on what is not read yet, waits.
    """
    within = next_filter.within
    if next_filter.other:
        return _others(progress, limit, next_filter)
    if not (next_filter.minutes or next_filter.kind or next_filter.only is not None):
        return FilteredOffers(next_steps(progress, limit, within=within), True, None)
    first = next_steps(progress, 1, within=within)
    missed = first[0].node if first and not next_filter.fits(progress, first[0].node) else None
    meant = next_steps(
        progress, 1, within=within, accept=lambda node: next_filter.is_meant(progress, node)
    )
    offers = next_steps(progress, limit, within=within, accept=_InTurn(progress, next_filter))
    if meant and not next_filter.is_short(progress, meant[0].node):
        in_part = meant[0]._replace(reason=PART)
        passed_over = missed if missed != in_part.node else None
        return FilteredOffers([in_part, *offers][:limit], bool(offers), passed_over)
    if offers and missed is not None and offers[0].reason == IN_ORDER:
        offers[0] = offers[0]._replace(reason=FITS, by=missed)
    return FilteredOffers(offers, True, missed)


class _InTurn:
    """Accepts what fits, but nothing that stands in a sequence behind what is too long."""

    def __init__(self, progress: Progress, next_filter: NextFilter) -> None:
        self._progress = progress
        self._filter = next_filter
        self._waiting: dict[int, int] = {}  # by sequence: the first child that is too long

    def __call__(self, node: int) -> bool:
        if not self._filter.is_meant(self._progress, node):
            return False
        roadmap = self._progress.roadmap
        path = [-1, *roadmap.path(node)]
        is_short = self._filter.is_short(self._progress, node)
        for group, child in pairwise(path):
            if group >= 0 and roadmap.is_parallel(group):
                continue
            if not is_short:
                self._waiting.setdefault(group, child)
            elif self._waiting.get(group, child) < child:
                return False
        return is_short


def _others(progress: Progress, limit: int, next_filter: NextFilter) -> FilteredOffers:
    """Return what else can be studied: first from other courses, one of each, then what is left."""
    wanted = next_filter._replace(other=False)
    found = filter_offers(progress, _COMPARED, wanted).offers
    roadmap = progress.roadmap

    def course(offer: Offer) -> int:
        return roadmap.path(offer.node)[:2][-1]

    if not found:
        return FilteredOffers([], True, None)
    first, rest = found[0], found[1:]
    of_each = {course(offer): offer for offer in reversed(rest)}
    apart = [offer for offer in rest if of_each[course(offer)] is offer]
    apart = [offer for offer in apart if course(offer) != course(first)]
    chosen = [*apart, *(offer for offer in rest if offer not in apart)][:limit]
    return FilteredOffers(
        [offer._replace(reason=OTHER, by=first.node) for offer in chosen], True, first.node
    )


def blocked(progress: Progress, next_filter: NextFilter) -> list[int]:
    """Return the open counted steps that fit, whether or not they can be offered yet."""
    roadmap = progress.roadmap
    inside = (
        range(len(roadmap)) if next_filter.within is None else roadmap.subtree(next_filter.within)
    )
    return [n for n in inside if progress.states[n] == OPEN and next_filter.fits(progress, n)]


def predecessors(progress: Progress, node: int, within: int | None = None) -> list[int]:
    """Return what the step has to wait for: its needs, or what stands before it in a sequence."""
    roadmap = progress.roadmap
    needs = progress.waits_for(node)
    path = roadmap.path(node)
    above = [-1, *path[:-1]] if within is None else path[path.index(within) : -1]
    for group in above:
        child = path[0] if group < 0 else path[path.index(group) + 1]
        if not needs and (group < 0 or not roadmap.is_parallel(group)):
            needs = [other for other in progress.open_children(group) if other < child][:1]
    return needs
