"""What a page or a card shows of how far somebody is: numbers, weeks, days, what is next."""

from typing import NamedTuple

from llmroadmap.core.days import first_day_of, iso, week_of
from llmroadmap.core.progress.overview import Tally, tally
from llmroadmap.core.study.heatmap import BurnUp, Heatmap, burn_up, heatmap
from llmroadmap.core.study.ledger import Sum, by_day, by_week, ledger, total
from llmroadmap.core.study.selection import Offer, next_steps
from llmroadmap.exports import Material

_YEAR = 53 * 7


class Week(NamedTuple):
    """A week by its first day: minutes studied and steps finished."""

    first_day: str
    minutes: int
    steps: int


class Figures(NamedTuple):
    """All of it. `since`: the first day with any study, "" for none; `study_weeks`: weeks with any.

    `weeks` run from the first to this one, `burn` is for the whole roadmap only.
    """

    whole: Tally
    minutes: int
    study_days: int
    study_weeks: int
    since: str
    days: dict[int, Sum]
    year: Heatmap
    weeks: list[Week]
    burn: list[BurnUp]
    offers: list[Offer]


def figures(material: Material) -> Figures:
    """Return the figures of what is exported."""
    progress, today, starts = material.progress, material.today, material.week_starts
    inside = material.nodes
    entries = [each for each in ledger(progress) if each.node in inside and each.day <= today]
    sums, days = total(entries), by_day(entries)
    this = week_of(today, starts)
    first = week_of(min(days), starts) if days else this
    weeks = by_week(entries, first, this, starts)
    return Figures(
        whole=tally(progress, material.part),
        minutes=sums.minutes,
        study_days=len(days),
        study_weeks=sum(bool(each.days) for each in weeks.values()),
        since=iso(min(days)) if days else "",
        days=days,
        year=heatmap(days, today - _YEAR + 1, today, starts),
        weeks=[
            Week(iso(first_day_of(week, starts)), each.minutes, each.steps)
            for week, each in weeks.items()
        ],
        burn=burn_up(progress, first, this, starts) if material.part is None else [],
        offers=next_steps(progress, 3, within=material.part),
    )
