"""What would have been forecast at the end of each month, and how often the range held."""

from bisect import bisect_right
from datetime import date
from itertools import accumulate

from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.forecast import day_after, errors
from llmroadmap.core.study.pace import HISTORY, Expected, Pace, Record, per_week_of
from llmroadmap.core.study.time_off import TimeOff, study_time

# A forecast is judged when so many study days have passed since.
_JUDGED_AFTER = 14


class Checked(NamedTuple):
    """What would have been said on a day: when all is done, and when what is done now is.

    `expected` and `earliest`, `latest` are study weeks from that day to what is done now (the
    middle and the 4-in-5 range), `took` how many it took; `held` whether they hold that.
    """

    day: int
    minutes: int
    end: int
    earliest: float
    expected: float
    latest: float
    took: float
    held: bool


def check(record: Record, today: int, off: TimeOff, expected: Expected, left: int) -> list[Checked]:
    """Return what each month's end so far would have said; `left`: minutes still to do now."""
    capped = record.capped()
    if not capped:
        return []
    days = [day for day, _ in capped]
    sums = [0, *accumulate(minutes for _, minutes in capped)]
    now = study_time(record.days, today, off).days
    checked = []
    for day in month_ends(record.days[0], today):
        until = record.days[: bisect_right(record.days, day)]
        time = study_time(until, day, off)
        done = sums[bisect_right(days, day)]
        per_week, basis = per_week_of(done, time.days, expected)
        took = now - time.days
        more = sums[-1] - done
        if basis != HISTORY or took < _JUDGED_AFTER or not more:
            continue
        row = errors(
            Pace(
                minutes_per_week=per_week,
                basis=basis,
                finished=done,
                study_days=time.days,
                since=record.days[0],
                pauses=[],
                away=0,
            )
        )
        early, middle, late = (more / per_week * row[at] for at in (0, 2, 4))
        weeks = took / 7
        end = day_after(day, 7 * (more + left) / per_week * row[2])
        checked.append(
            Checked(
                day=day,
                minutes=done,
                end=end,
                earliest=early,
                expected=middle,
                latest=late,
                took=weeks,
                held=early <= weeks <= late,
            )
        )
    return checked


def month_ends(first: int, today: int) -> list[int]:
    """Return the last days of the months from that of `first` on that are over."""
    ends: list[int] = []
    begin = date.fromordinal(first).replace(day=1)
    while True:
        year, month = divmod(begin.year * 12 + begin.month, 12)
        begin = date(year, month + 1, 1)
        if begin.toordinal() > today:
            return ends
        ends.append(begin.toordinal() - 1)
