"""The coming steps laid into the coming study slots, each as long as such steps take this learner."""

from collections.abc import Iterable, Sequence

from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.ledger import factors
from llmroadmap.core.study.selection import Offer, next_steps
from llmroadmap.core.study.slots import Sitting, Slot, Work, lay

# The most steps that are laid into one week of slots.
PER_WEEK = 60


def works(progress: Progress, offers: Iterable[Offer]) -> list[Work]:
    """Return the steps that are offered, with the minutes that they take and have had."""
    roadmap, known = progress.roadmap, factors(progress)
    spent: dict[int, int] = {}
    for node, _, minutes in progress.all_sittings():
        spent[node] = spent.get(node, 0) + minutes
    found = []
    for offer in offers:
        item = roadmap.item(offer.node)
        factor = known[item.kind].factor if item.kind in known else 1.0
        found.append(Work(offer.node, round(item.minutes * factor), spent.get(offer.node, 0)))
    return found


def planned(
    progress: Progress, slots: Sequence[Slot], first: int, last: int, within: int | None = None
) -> list[Sitting]:
    """Return the slots from the day `first` to `last` with the steps that come next.

    `within` keeps to one stage, course or group.

    Days of a pause have none, nor has a first day on which something was done already.
    """
    days = [
        day
        for day in range(first, last + 1)
        if not any(rest.covers(day) for rest in progress.pauses)
        and not (day == first and first in progress.active_days)
    ]
    weeks = 1 + (last - first) // 7
    offers = next_steps(progress, PER_WEEK * weeks, within=within) if slots and days else []
    return lay(works(progress, offers), slots, days)
