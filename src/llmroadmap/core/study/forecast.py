"""When a plan will be done: in study time, and once more with pauses.

The range comes from how wrong such forecasts were for 47 people who taught themselves (660
forecasts, docs/forecast.md), not from the learner's own weeks: ranges drawn from those held half as
often as they said.
"""

from collections.abc import Mapping, Sequence

from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.pace import Pace
from llmroadmap.core.study.time_off import LONGEST_GAP

# The version of what is reckoned here.
FORMULA = 2
NAMES = ("p10", "p25", "p50", "p75", "p90")
# Actual ÷ forecast study time, for so many study weeks of record and more.
_ERRORS: tuple[tuple[int, tuple[float, ...]], ...] = (
    (12, (0.54, 0.79, 1.00, 1.38, 2.20)),
    (4, (0.58, 0.84, 1.09, 1.45, 1.73)),
    (0, (0.42, 0.76, 1.22, 1.80, 2.73)),
)
# Whoever goes by a pace that is only meant gets the plain division as the middle.
_MEANT = tuple(error / 1.22 for error in _ERRORS[-1][1])
# From so many study weeks on each row holds; between two of them what lies between.
_ROWS = ((2, _MEANT), (8, _ERRORS[1][1]), (16, _ERRORS[0][1]))
# No date is given that is further away than so many days.
FARTHEST = 3650
# Share of cases in which the range with pauses held.
COVERAGE = 0.72

# Pauses of those people: one in so many study weeks, weighing as much as six weeks of record, and
# how many days three of them took off, of which each own pause weighs as much as five.
_WEEKS_A_PAUSE, _PRIOR_WEEKS = 7.2, 6
_PRIOR_LENGTHS, _OWN_WEIGHT = (13, 25, 57), 5
_CELLS = 120


class Forecast(NamedTuple):
    """When `minutes` will be done: study weeks by quantile, and days, 0 for beyond ten years.

    `with_pauses` are the days for p10, p50 and p90 with pauses like the learner's own; `pauses` how
    many there were.
    """

    minutes: int
    pace: Pace
    weeks: dict[str, float]
    days: dict[str, int]
    with_pauses: dict[str, int]
    pauses: int


def forecast(minutes: int, paces: Sequence[Pace], today: int) -> Forecast:
    """Return when `minutes` of estimates are done at the earliest of the paces, from today on."""
    pace, _ = middle(minutes, paces)
    weeks = _weeks(minutes, pace)
    return Forecast(
        minutes=minutes,
        pace=pace,
        weeks=weeks,
        days={name: day_after(today, 7 * number) for name, number in weeks.items()},
        with_pauses=with_pauses(weeks, pace, today),
        pauses=len(pace.pauses),
    )


def middle(minutes: int, paces: Sequence[Pace]) -> tuple[Pace, float]:
    """Return the pace to go by, and the study weeks of even odds."""
    pace = min(paces, key=lambda each: _weeks(minutes, each)["p50"])
    return pace, _weeks(minutes, pace)["p50"]


def day_after(today: int, days: float) -> int:
    """Return the day that is `days` after today, 0 where it is too far away to be said."""
    return today + round(days) if days <= FARTHEST else 0


def _weeks(minutes: int, pace: Pace) -> dict[str, float]:
    plain = minutes / pace.minutes_per_week
    return dict(zip(NAMES, (plain * error for error in errors(pace)), strict=True))


def errors(pace: Pace) -> tuple[float, ...]:
    """Return actual ÷ forecast for the quantiles of NAMES, without a jump from row to row."""
    weeks = pace.study_days / 7
    last_at, last = 0, _MEANT
    for at, row in _ROWS:
        if weeks < at:
            share = (weeks - last_at) / (at - last_at)
            return tuple(a + (b - a) * share for a, b in zip(last, row, strict=True))
        last_at, last = at, row
    return last


def pause_share(pace: Pace) -> float:
    """Return which share of the calendar pauses like the learner's take, 0 to 1."""
    rate, lengths = _pauses(pace)
    off = rate * sum(days * weight for days, weight in lengths.items())
    return off / (off + 7)


def _pauses(pace: Pace) -> tuple[float, dict[int, float]]:
    """Return pauses a study week, and the share of each length in days."""
    own = [pause.days for pause in pace.pauses]
    rate = _shape(own) / _scale(pace)
    weights: dict[int, float] = {}
    for days, weight in [*((d, 1) for d in _PRIOR_LENGTHS), *((d, _OWN_WEIGHT) for d in own)]:
        weights[days] = weights.get(days, 0) + weight
    total = sum(weights.values())
    return rate, {days: weight / total for days, weight in weights.items()}


def _shape(own: Sequence[int]) -> float:
    return len(own) + _PRIOR_WEEKS / _WEEKS_A_PAUSE


def _scale(pace: Pace) -> float:
    return pace.study_days / 7 + _PRIOR_WEEKS


def with_pauses(weeks: Mapping[str, float], pace: Pace, today: int) -> dict[str, int]:
    """Return the days of p10, p50 and p90 with pauses: a compound negative binomial.

    How many pauses come is a Poisson number whose rate the learner's own pauses tell with the doubt
    of a gamma distribution; how long they are, those same pauses and those of others.
    """
    ends = _deciles(weeks)
    lengths = _pauses(pace)[1]
    shape, scale = _shape([pause.days for pause in pace.pauses]), _scale(pace)
    mean = sum(days * share for days, share in lengths.items())
    farthest = min(7 * ends[-1] + 3 * mean * (1 + shape / scale * ends[-1]), 2 * FARTHEST)
    cell = max(farthest / _CELLS, 1.0)
    severity = _on_cells(lengths, cell)
    chances = [0.0] * (2 * _CELLS + 1)
    for end in ends:
        start = 7 * end / cell
        for off, chance in enumerate(_panjer(severity, shape, end / scale)):
            at = min(int(start + off + 0.5), 2 * _CELLS)
            chances[at] += chance / len(ends)
    found = {}
    for name, wanted in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        seen, at = 0.0, 0
        while at < 2 * _CELLS and seen + chances[at] < wanted:
            seen += chances[at]
            at += 1
        # With pauses nothing is ever done earlier.
        found[name] = day_after(today, max(at * cell, 7 * weeks[name]))
    return found


def _deciles(weeks: Mapping[str, float]) -> list[float]:
    """Return nine study times, a tenth of the chances between each two."""
    known = list(zip((0.1, 0.25, 0.5, 0.75, 0.9), weeks.values(), strict=True))
    found = []
    for tenth in range(1, 10):
        at = next(n for n, (chance, _) in enumerate(known) if chance >= tenth / 10 - 1e-9)
        (high, upper), (low, lower) = known[at], known[max(at - 1, 0)]
        share = (tenth / 10 - low) / (high - low) if high > low else 1
        found.append(lower + (upper - lower) * share)
    return found


def _on_cells(lengths: Mapping[int, float], cell: float) -> dict[int, float]:
    """Return the lengths in cells, at least one, each shared between its two neighbours."""
    severity: dict[int, float] = {}
    for days, weight in lengths.items():
        place = max(days / cell, 1.0)
        low = int(place)
        for at, share in ((low, low + 1 - place), (low + 1, place - low)):
            if share:
                severity[at] = severity.get(at, 0.0) + weight * share
    return severity


def _panjer(severity: Mapping[int, float], shape: float, odds: float) -> list[float]:
    """Return the chances of so many cells off: Panjer's recursion, negative binomial."""
    a = odds / (1 + odds)
    b = (shape - 1) * a
    chances = [(1 + odds) ** -shape]
    for total in range(1, _CELLS + 1):
        chances.append(
            sum(
                (a + b * length / total) * weight * chances[total - length]
                for length, weight in severity.items()
                if length <= total
            )
        )
    chances[-1] += max(1 - sum(chances), 0.0)
    return chances


def is_away(pace: Pace) -> bool:
    """Tell whether the learner has been away for longer than an ordinary gap."""
    return pace.away > LONGEST_GAP
