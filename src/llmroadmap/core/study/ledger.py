"""The ledger: how many minutes went into which step on which day.

Time that was measured or said is real. A finished step without any counts as long as its estimate, on
the day on which it was finished; one with some, ticked on a later day without a clock, as long as is
left of its estimate. Every screen says this one time.
"""

import typing
from collections.abc import Iterable

from llmroadmap.core.days import week_of
from llmroadmap.core.progress.progress import DONE, UNCOUNTED, Progress
from llmroadmap.core.records import NamedTuple


class Entry(typing.NamedTuple):  # thousands are made
    """Minutes spent on a step on a day; `steps` is 1 on the day on which it was finished."""

    day: int
    node: int
    minutes: int
    steps: int
    is_real: bool


class Sum(NamedTuple):
    """What entries come to: minutes, finished steps, days with any."""

    minutes: int
    steps: int
    days: int


def ledger(progress: Progress, first: int = 1) -> list[Entry]:
    """Return everything that was studied from the day `first` on, by day and step."""
    estimates, finished = progress.roadmap.columns.minutes, progress.finished
    known: dict[int, list[int]] = {}  # minutes, and the last day of any
    for node, day, minutes in progress.all_sittings():
        spent, last = known.get(node, (0, 0))
        known[node] = [spent + minutes, max(last, day)]
    entries = [
        Entry(day=day, node=node, minutes=minutes, steps=0, is_real=True)
        for node, day, minutes in progress.all_sittings()
        if minutes and day >= first
    ]
    for node, day in enumerate(finished):
        if day >= first and progress.states[node] % UNCOUNTED == DONE:
            spent, last = known.get(node, (0, 0))
            guessed = 0 if spent and last >= day else max(estimates[node] - spent, 0)
            entries.append(Entry(day=day, node=node, minutes=guessed, steps=1, is_real=False))
    entries.sort(key=lambda entry: (entry.day, entry.node))
    return entries


def total(entries: Iterable[Entry]) -> Sum:
    """Return what the entries come to."""
    minutes, steps, days = 0, 0, set()
    for entry in entries:
        minutes += entry.minutes
        steps += entry.steps
        days.add(entry.day)
    return Sum(minutes, steps, len(days))


def by_day(entries: Iterable[Entry]) -> dict[int, Sum]:
    """Return what each day comes to, in the order of the days."""
    days: dict[int, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(entry)
    return {day: total(days[day]) for day in sorted(days)}


def by_week(
    entries: Iterable[Entry], first: int, last: int, week_starts: int = 0
) -> dict[int, Sum]:
    """Return what each week from number `first` to `last` comes to; an empty one is zeros."""
    weeks: dict[int, list[Entry]] = {week: [] for week in range(first, last + 1)}
    for entry in entries:
        week = week_of(entry.day, week_starts)
        if week in weeks:
            weeks[week].append(entry)
    return {week: total(inside) for week, inside in weeks.items()}


class KindTime(NamedTuple):
    """Real minutes against the estimate of a kind's finished steps whose time is known.

    `factor` is what to multiply an estimate by: actual ÷ estimate, drawn towards 1 as if ten more
    steps had taken just as long as estimated.
    """

    kind: str
    steps: int
    minutes: int
    estimate: int
    factor: float


# As many steps that took as long as estimated stand against the learner's own.
_AS_ESTIMATED = 10
# One step that took more than so many times its estimate counts as that: a clock was left running.
_MOST_TIMES = 5


def factors(progress: Progress) -> dict[str, KindTime]:
    """Return how long each kind of steps really takes, where any time is known."""
    spent: dict[int, int] = {}
    for node, _, minutes in progress.all_sittings():
        spent[node] = spent.get(node, 0) + minutes
    roadmap = progress.roadmap
    sums: dict[str, list[int]] = {}
    for node, minutes in sorted(spent.items()):
        estimate = roadmap.columns.minutes[node]
        if minutes and estimate and progress.states[node] % UNCOUNTED == DONE:
            actual = min(minutes, _MOST_TIMES * estimate)
            known = sums.setdefault(roadmap.item(node).kind, [0, 0, 0])
            for at, number in enumerate((1, actual, estimate)):
                known[at] += number
    return {
        kind: KindTime(
            kind=kind,
            steps=steps,
            minutes=actual,
            estimate=estimate,
            factor=shrunk(steps, actual, estimate),
        )
        for kind, (steps, actual, estimate) in sums.items()
    }


def shrunk(steps: int, actual: int, estimate: int) -> float:
    """Return actual ÷ estimate of so many steps, drawn towards 1."""
    pseudo = _AS_ESTIMATED * estimate / steps
    return (actual + pseudo) / (estimate + pseudo)
