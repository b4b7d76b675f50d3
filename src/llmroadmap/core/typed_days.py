"""Days as people write them: `friday`, `last week`, `3 days ago`, `29 Nov`, 11月29日, 上周五, 2026/11/29."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from unicodedata import normalize

from llmroadmap.core.days import first_day_of, week_of

_LONGEST = 40  # characters: no day is longer
_ISO = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?"
    r"|(?P<month8>[0-9]{2})(?P<day8>[0-9]{2})"
    r"| ?年 ?(?P<zh_month>[0-9]{1,2}) ?月(?: ?(?P<zh_day>[0-9]{1,2}) ?[日号號]?)?)"
)
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_MONTH_AND_DAY = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})")
_CHINESE = re.compile(r"([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号號]?")
_SHIFT = re.compile(r"([+-])([0-9]{1,3})([dwm])")
_UNITS = {"d": "day", "w": "week", "m": "month"}


class DayWords(NamedTuple):
    """What days are called, in every language together; see `locales.Language`."""

    days: Mapping[str, int]
    weekdays: Mapping[str, int]  # 0 for Monday
    months: Mapping[str, int]  # 1 for January
    periods: Mapping[str, tuple[str, int]]  # last week: ("week", -1)
    which: Mapping[str, int | None]  # of a weekday: the week it is in, None for the last one: 下 1
    shifts: Sequence[tuple[str, int]]  # patterns with `n` and `unit`, and -1 for the past
    units: Mapping[str, str]
    numbers: Mapping[str, float]


class DaySpan(NamedTuple):
    """The first and the last day of what was written."""

    first: date
    last: date


def read_day(
    text: str, today: date, words: DayWords, *, coming: bool = False, week_starts: int = 0
) -> DaySpan:
    """Return the days that `text` means; what has no year, or no week, is the nearest on its side.

    Raises ValueError, KeyError or OverflowError for what is no day, or may be two: 5/3.
    """
    plain = " ".join(normalize("NFKC", text[: _LONGEST + 1]).casefold().split())
    if not plain or len(plain) > _LONGEST:
        raise ValueError(text)
    reader = _Reader(today, words, coming, week_starts)
    for read in (reader.named, reader.dated, reader.of_the_year, reader.shifted, reader.weekday):
        found = read(plain)
        if found is not None:
            return found
    raise ValueError(text)


class _Reader:
    def __init__(self, today: date, words: DayWords, coming: bool, week_starts: int) -> None:
        self.today = today
        self.words = words
        self.coming = coming
        self.week_starts = week_starts

    def named(self, text: str) -> DaySpan | None:
        """Read `yesterday`, `last week`, `march`."""
        if text in self.words.days:
            return _one(self.today - timedelta(days=self.words.days[text]))
        if text in self.words.periods:
            unit, offset = self.words.periods[text]
            return self._week(offset) if unit == "week" else _month(_later(self.today, offset))
        if text in self.words.months:
            month = self.words.months[text]
            return _month(self._nearest(lambda year: date(year, month, 1), _end_of_month))
        return None

    def dated(self, text: str) -> DaySpan | None:
        """Read a day, or a month, with its year."""
        found = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
        if not found:
            return self._spelled(text)
        parts = found.groupdict()
        month = parts["month"] or parts.get("month8") or parts.get("zh_month")
        day = parts["day"] or parts.get("day8") or parts.get("zh_day")
        first = date(int(parts["year"]), int(month or 0), int(day or 1))
        return _one(first) if day else _month(first)

    def _spelled(self, text: str) -> DaySpan | None:
        """Read `29 november 2026`, `nov 29`."""
        months = _either(self.words.months)
        found = re.fullmatch(
            rf"(?:(?P<before>[0-9]{{1,2}})(?:st|nd|rd|th)?\.? )?(?P<month>{months})\.?"
            rf"(?: (?P<behind>[0-9]{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<year>[0-9]{{4}}))?",
            text,
        )
        if not found or bool(found["before"]) == bool(found["behind"]):
            return None
        month, day = self.words.months[found["month"]], int(found["before"] or found["behind"])
        if found["year"]:
            return _one(date(int(found["year"]), month, day))
        return _one(self._nearest(lambda year: date(year, month, day)))

    def of_the_year(self, text: str) -> DaySpan | None:
        """Read a month and a day: 11月29日, 11-29, and 29/11 where only one order can be meant."""
        found = _CHINESE.fullmatch(text)
        if found:
            month, day = int(found[1]), int(found[2])
        else:
            found = _MONTH_AND_DAY.fullmatch(text)
            if not found:
                return None
            month, day = int(found[1]), int(found[2])
            if month != day and max(month, day) <= 12:
                raise ValueError(text)  # Where one lives decides which of the two it is.
            month, day = (day, month) if month > 12 else (month, day)
        return _one(self._nearest(lambda year: date(year, month, day)))

    def shifted(self, text: str) -> DaySpan | None:
        """Read `-3d`, `2 weeks ago`, 三天前, `in 10 days`."""
        short = _SHIFT.fullmatch(text)
        if short:
            sign = -1 if short[1] == "-" else 1
            return _one(self._moved(sign * int(short[2]), _UNITS[short[3]]))
        numbers = f"[0-9]{{1,3}}|{_either(self.words.numbers)}"
        for pattern, sign in self.words.shifts:
            found = re.fullmatch(
                pattern.replace("N", f"(?P<n>{numbers})").replace(
                    "U", f"(?P<unit>{_either(self.words.units)})"
                ),
                text,
            )
            if found:
                number = self.words.numbers.get(found["n"]) or float(found["n"])
                return _one(self._moved(sign * number, self.words.units[found["unit"]]))
        return None

    def weekday(self, text: str) -> DaySpan | None:
        """Read `friday`, `last friday`, 周五, 上周五."""
        found = re.fullmatch(
            rf"(?P<which>{_either(self.words.which)})?(?P<day>{_either(self.words.weekdays)})", text
        )
        if not found:
            return None
        weekday = self.words.weekdays[found["day"]]
        ago = (self.today.weekday() - weekday) % 7
        if not found["which"]:
            return _one(self.today + timedelta(days=(7 - ago) if self.coming else -ago))
        which = self.words.which[found["which"]]
        if which is None:
            return _one(self.today - timedelta(days=ago or 7))
        week = self._week(which)
        return _one(week.first + timedelta(days=(weekday - self.week_starts) % 7))

    def _week(self, offset: int) -> DaySpan:
        week = week_of(self.today.toordinal(), self.week_starts) + offset
        first = date.fromordinal(first_day_of(week, self.week_starts))
        return DaySpan(first, first + timedelta(days=6))

    def _moved(self, number: float, unit: str) -> date:
        if number != int(number):  # half a month
            number, unit = 30 * number, "day" if unit == "month" else ""
        if unit == "month":
            first = _later(self.today, int(number))
            return first.replace(day=min(self.today.day, _end_of_month(first).day))
        return self.today + timedelta(days=int(number) * {"day": 1, "week": 7}[unit])

    def _nearest(
        self, in_year: Callable[[int], date], last: Callable[[date], date] = lambda day: day
    ) -> date:
        """Return the day in the year that puts it nearest on its side; a leap day may be far off."""
        years = range(9) if self.coming else range(0, -9, -1)
        for ahead in years:
            try:
                day = in_year(self.today.year + ahead)
            except ValueError:
                continue
            if (last(day) > self.today) if self.coming else (day <= self.today):
                return day
        raise ValueError


def _one(day: date) -> DaySpan:
    return DaySpan(day, day)


def _month(day: date) -> DaySpan:
    return DaySpan(day.replace(day=1), _end_of_month(day))


def _end_of_month(day: date) -> date:
    return _later(day, 1) - timedelta(days=1)


def _later(day: date, months: int) -> date:
    """Return the first day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
