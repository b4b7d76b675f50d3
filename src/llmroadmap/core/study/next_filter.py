"""Steps for a wish: of at most so many minutes, of a kind, in a part of the plan."""

from collections.abc import Mapping
from typing import NamedTuple

from llmroadmap.core.progress.progress import OPEN, STARTED, UNCOUNTED, Progress
from llmroadmap.core.study.selection import IN_ORDER, Offer, next_steps

# Why a step is offered that would not come first but for the wish.
FITS, SHORTEST = "fits", "shortest"

# Where nothing is short enough, the shortest of so many is offered instead.
_COMPARED = 100


class NextFilter(NamedTuple):
    """What is wanted: 0 minutes for any time, "" for any kind, None for all of the plan.

    `only`: the nodes to choose from; None for all.
    """

    minutes: int = 0
    kind: str = ""
    within: int | None = None
    factors: Mapping[str, float] = {}
    only: frozenset[int] | None = None

    def minutes_of(self, progress: Progress, node: int) -> float:
        """Return how long the step takes this learner."""
        estimate = progress.roadmap.columns.minutes[node]
        if not self.factors:
            return estimate
        return estimate * self.factors.get(progress.roadmap.item(node).kind, 1.0)

    def fits(self, progress: Progress, node: int) -> bool:
        """Tell whether the step is of the kind and short enough, as what is begun always is."""
        roadmap = progress.roadmap
        short = (
            not self.minutes
            or self.minutes_of(progress, node) <= self.minutes
            or progress.states[node] % UNCOUNTED == STARTED
        )
        is_one = self.only is None or node in self.only
        return is_one and short and (not self.kind or roadmap.item(node).kind == self.kind)


class FilteredOffers(NamedTuple):
    """The steps for a wish; `passed_over` would have come first without it.

    Where nothing is short enough, `fits` is false and the only step is the shortest.
    """

    offers: list[Offer]
    fits: bool
    passed_over: int | None


def filter_offers(progress: Progress, limit: int, next_filter: NextFilter) -> FilteredOffers:
    """Return up to `limit` steps that fit, best first."""
    within = next_filter.within
    if not (next_filter.minutes or next_filter.kind or next_filter.only is not None):
        return FilteredOffers(next_steps(progress, limit, within=within), True, None)
    first = next_steps(progress, 1, within=within)
    missed = first[0].node if first and not next_filter.fits(progress, first[0].node) else None
    offers = next_steps(
        progress, limit, within=within, accept=lambda node: next_filter.fits(progress, node)
    )
    if offers and missed is not None and offers[0].reason == IN_ORDER:
        offers[0] = offers[0]._replace(reason=FITS, by=missed)
    if not offers and next_filter.minutes:
        return FilteredOffers(_shortest(progress, next_filter._replace(minutes=0)), False, missed)
    return FilteredOffers(offers, True, missed)


def _shortest(progress: Progress, next_filter: NextFilter) -> list[Offer]:
    offers = next_steps(
        progress,
        _COMPARED,
        within=next_filter.within,
        accept=lambda node: next_filter.fits(progress, node),
    )
    minutes = progress.roadmap.columns.minutes
    offers.sort(key=lambda offer: minutes[offer.node])
    return [offer._replace(reason=SHORTEST) for offer in offers[:1]]


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
