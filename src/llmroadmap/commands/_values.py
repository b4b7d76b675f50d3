"""Days as the learner types them, in the words of every language."""

from datetime import date

from llmroadmap.core.days import is_day
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.typed_days import DaySpan, DayWords, read_day
from llmroadmap.locales import day_shifts, dictionary

_FIRST_YEAR = 1970


def typed_day(value: str, today: int, option: str = "--on") -> str:
    """Return the ISO day of `2026-11-24`, `friday`, 昨天, 11月29日 or `-3d`, today at the latest.

    Raises InvalidOption for anything else, for a day to come, and for more than one day.
    """
    span = _read(value, today, option, coming=False)
    if span.first != span.last:
        raise InvalidOption(option, value, "day")
    return _past(span.first, value, today, option)


def typed_since(value: str, today: int, week_starts: int, option: str = "--since") -> str:
    """Return the first of the days that are meant: those of `typed_day`, `last week`, `2026-03`."""
    span = _read(value, today, option, coming=False, week_starts=week_starts)
    return _past(span.first, value, today, option)


def typed_coming_day(value: str, today: int, week_starts: int, option: str) -> int:
    """Return the ordinal of the last of the days that are meant, which is after today.

    Raises InvalidOption.
    """
    try:
        span = _read(value, today, option, coming=True, week_starts=week_starts)
    except InvalidOption as error:
        raise InvalidOption(option, value, "date") from error
    if span.last.toordinal() <= today or not is_day(span.last.isoformat()):
        raise InvalidOption(option, value, "to-come")
    return span.last.toordinal()


def _read(value: str, today: int, option: str, *, coming: bool, week_starts: int = 0) -> DaySpan:
    words = DayWords(
        days=dictionary("days"),
        weekdays=dictionary("weekdays"),
        months=dictionary("months"),
        periods=dictionary("periods"),
        which=dictionary("which_weekday"),
        shifts=day_shifts(),
        units=dictionary("day_units"),
        numbers=dictionary("numbers"),
    )
    try:
        return read_day(
            value, date.fromordinal(today), words, coming=coming, week_starts=week_starts
        )
    except (ValueError, KeyError, OverflowError) as error:
        raise InvalidOption(option, value, "day") from error


def _past(day: date, value: str, today: int, option: str) -> str:
    if not is_day(day.isoformat()) or day.year < _FIRST_YEAR:
        raise InvalidOption(option, value, "day")  # 0026-11-24 is a slip, not a day of study
    if day.toordinal() > today:
        raise InvalidOption(option, value, "past")
    return day.isoformat()
