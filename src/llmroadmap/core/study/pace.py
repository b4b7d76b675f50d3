"""Pace: the estimated minutes that a learner finishes in a week of study time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress
from math import ceil

from llmroadmap.core.days import first_day_of, week_of
from llmroadmap.core.progress.progress import DONE, Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.time_off import Pause, TimeOff, study_time

# Where the pace comes from: the learner's own record, a weekly target, or the plan.
HISTORY, TARGET, PLAN = "history", "target", "plan"
# Minutes a week that the built-in plan is made for: six and a half hours. Plans do not say theirs
# in a form that can be read.
USUAL_MINUTES = 390
# Up to so many study days the pace is the one that was meant; from then on the learner's own counts
# for more each day, and from the last of these on alone. One good evening, or one week with the
# flu, is no habit of the whole year.
MEANT_DAYS, OWN_DAYS = 14, 56
# Study days from which on the pace is called the learner's own.
OWN_PACE_DAYS = 28
# A gap of so many days, at the most, makes room for steps that were ticked together.
FEW_DAYS = 7
# More minutes than this a day are steps of other days that were ticked together.
MOST_A_DAY = 480


class Expected(NamedTuple):
    """The minutes a week that somebody without a record goes by, and whose they are."""

    minutes: float
    basis: str = PLAN


class Pace(NamedTuple):
    """Estimated minutes finished a week of study time, and what that comes from.

    `since` is the first day with a finished step, 0 for none; `finished` the minutes since then;
    `study_days` as `time_off` counts them; `away` the days since the last activity.
    """

    minutes_per_week: float
    basis: str
    finished: int
    study_days: int
    since: int
    pauses: list[Pause]
    away: int


_IS_DONE = bytes(state == DONE for state in range(256))  # which states are that

# A day's finished counted steps: their minutes, and those of the longest.
Finished = tuple[int, int]


class Record:
    """What was finished on which day, and on which days there was any activity."""

    def __init__(self, finished: dict[int, Finished], days: Iterable[int]) -> None:
        self.finished = finished
        first = min([day for day, (minutes, _) in finished.items() if minutes], default=0)
        self.days = sorted([day for day in {*finished, *days} if first and day >= first])

    def capped(self) -> list[tuple[int, int]]:
        """Return day by day the minutes that count for the pace."""
        if not self.days:
            return []
        counted, before = [], self.days[0] - 1
        for day in self.days:
            gap, before = day - before, day
            if day in self.finished:
                minutes, longest = self.finished[day]
                if minutes > MOST_A_DAY:
                    minutes = min(minutes, max(longest, MOST_A_DAY * min(gap, FEW_DAYS)))
                counted += [(day, minutes)]
        return counted


def record(progress: Progress, today: int) -> Record:
    """Return what the learner finished up to today; a day that is still to come is today."""
    return _record(progress, today, set())


def paces(
    progress: Progress, today: int, day_begins: float, expected: Expected, week_starts: int = 0
) -> list[Pace]:
    """Return the pace: of several ways to see it, all, the earliest of which is to be believed.

    A week that is still running never lowers it: it is also seen as it was when the last one ended.

    Steps that were entered today for another day may show that what looked like a pause was none.
    On the day they are entered that never moves a forecast later; `day_begins` is the instant at
    which the learner's day began.
    """
    off = TimeOff(progress.pauses, today)
    whole = _record(progress, today, set())
    monday = first_day_of(week_of(today, week_starts), week_starts)
    found = _with_last_week(whole, today, monday, off, expected)
    begins = ceil(day_begins)  # whole seconds, as those it is compared with
    late = {
        node
        for node, touched in enumerate(progress.touched)
        if touched >= begins and 0 < progress.finished[node] < today
    }
    if late:
        before = _record(progress, today, late)
        found += _with_last_week(before, today, monday, off, expected)
    return found


def _with_last_week(
    record: Record, today: int, begins: int, off: TimeOff, expected: Expected
) -> list[Pace]:
    """Return the pace of today, and with it that of the day before the week began."""
    now = pace(record, today, off, expected)
    if not record.days or record.days[0] >= begins:
        return [now]
    earlier = {day: each for day, each in record.finished.items() if day < begins}
    until = Record(earlier, [day for day in record.days if day < begins])
    then = pace(until, begins - 1, off, expected)
    return [now, now._replace(minutes_per_week=then.minutes_per_week)]


def _record(progress: Progress, today: int, late: set[int]) -> Record:
    # There may be a hundred thousand steps: as little as possible is done for each of them.
    days: Sequence[int] = progress.finished
    if max(days, default=0) > today:
        days = [min(day, today) for day in days]
    own_days = set(progress.active_days)
    if late:
        own_days -= {progress.finished[node] for node in late}
    active = {day for day in own_days if day <= today}
    if len(active) < len(own_days):
        active.add(today)
    if late:
        active |= {day for node, day in enumerate(days) if day and node not in late}
        # What was entered late for a day without anything else counts for none.
        unknown = {node for node in late if progress.finished[node] not in active}
        days = [0 if node in unknown else day for node, day in enumerate(days)]
    total: defaultdict[int, int] = defaultdict(int)
    longest: defaultdict[int, int] = defaultdict(int)
    columns = zip(days, progress.roadmap.columns.minutes, strict=True)
    for day, minutes in compress(columns, progress.states.translate(_IS_DONE)):
        total[day] += minutes
        if minutes > longest[day]:  # noqa: PLR1730 - no call for each of a hundred thousand steps
            longest[day] = minutes
    finished = dict.fromkeys(set(days) - {0}, (0, 0))
    finished |= {day: (minutes, longest[day]) for day, minutes in total.items() if day}
    return Record(finished, active | finished.keys())


def pace(record: Record, today: int, off: TimeOff, expected: Expected) -> Pace:
    """Return the pace of a record."""
    time = study_time(record.days, today, off)
    finished = sum([minutes for _, minutes in record.capped()])
    per_week, basis = per_week_of(finished, time.days, expected)
    since = record.days[0] if record.days else 0
    return Pace(
        minutes_per_week=per_week,
        basis=basis,
        finished=finished,
        study_days=time.days,
        since=since,
        pauses=time.pauses,
        away=time.away,
    )


def per_week_of(finished: int, study_days: int, expected: Expected) -> tuple[float, str]:
    """Return the minutes a week, and where they come from."""
    share = min(max((study_days - MEANT_DAYS) / (OWN_DAYS - MEANT_DAYS), 0), 1)
    if not finished or not share:
        return expected.minutes, expected.basis
    own = 7 * finished / study_days
    basis = HISTORY if study_days >= OWN_PACE_DAYS else expected.basis
    return share * own + (1 - share) * expected.minutes, basis
