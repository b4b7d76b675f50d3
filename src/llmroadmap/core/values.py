"""How values on the command line are read."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from llmroadmap.core.days import is_day
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.kinds import KINDS

_TIME = r"(?:(?P<hours>[0-9]{{1,3}}) ?(?:{hours}))? ?(?:(?P<minutes>[0-9]{{1,4}}) ?(?:{minutes})?)?"


def parse_count(value: str) -> int:
    """Return a whole number from 1 on; raises InvalidOption."""
    return _count("-n", value)


def parse_link(value: str) -> int:
    """Return the number of a link, from 1 on; raises InvalidOption."""
    return _count("--link", value)


def _count(option: str, value: str) -> int:
    if value.isascii() and value.isdigit() and int(value[:7]) > 0:
        return int(value[:7])
    raise InvalidOption(option, value, "count")


def parse_minutes(value: str, hour_units: Iterable[str], minute_units: Iterable[str]) -> int:
    """Return the minutes of `30m`, `1h`, `90` or `1h30m`, in these units.

    Raises InvalidOption for anything else.
    """
    hours, units = ("|".join(map(re.escape, each)) for each in (hour_units, minute_units))
    found = re.fullmatch(_TIME.format(hours=hours, minutes=units), value.strip().lower())
    minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0) if found else 0
    if not minutes:
        raise InvalidOption("--time", value, "time")
    return minutes


_RATE = re.compile(
    r"(?P<before>每周|每天)?\s*(?P<number>[0-9]{1,5}(?:\.[0-9]{1,2})?)\s*"
    r"(?:hours|hour|h|minutes|min|m|days|day|d|小时|分钟|天)?\s*"
    r"(?:(?:/|per|a)\s*(?P<per>week|wk|w|day|d|周|天|日))?"
)
_DAILY = ("每天", "day", "d", "天", "日")


def parse_rate(option: str, value: str, per: str, most: int) -> float:
    """Return how many a week `6/week`, `6h a week`, `30/day` or `每天 30 分钟` is.

    A bare number is one of those `per` week or day. Raises InvalidOption for anything else, and for
    more than `most` a week.
    """
    found = _RATE.fullmatch(value.strip().lower())
    number = float(found["number"]) if found else 0.0
    unit = (found["before"] or found["per"] or per) if found else per
    number *= 7 if unit in _DAILY else 1
    if not 0 < number <= most:
        raise InvalidOption(option, value, "rate")
    return number


_SPAN = re.compile(r"([0-9]{1,3})\s*(days|day|d|天|weeks|week|w|周|星期)")


def parse_days(option: str, value: str) -> int:
    """Return the days of `10d`, `2w` or `两周` written `2 周`; raises InvalidOption."""
    found = _SPAN.fullmatch(value.strip().lower())
    days = int(found[1]) * (1 if found[2] in ("days", "day", "d", "天") else 7) if found else 0
    if not 0 < days <= 1000:
        raise InvalidOption(option, value, "days")
    return days


def parse_coming_day(option: str, value: str, today: int) -> int:
    """Return the ordinal of an ISO day after today; raises InvalidOption for anything else."""
    if not is_day(value.strip()):
        raise InvalidOption(option, value, "date")
    day = date.fromisoformat(value.strip()).toordinal()
    if day <= today:
        raise InvalidOption(option, value, "to-come")
    return day


def parse_kind(value: str) -> str:
    """Return a kind of steps.

    Raises InvalidOption.
    """
    if value and value not in KINDS:
        raise InvalidOption("--kind", value, "kind")
    return value


def parse_day(value: str, today: int, words: Mapping[str, int], option: str = "--on") -> str:
    """Return the ISO day of `2026-11-24` or `-3d`, or of a word such as `yesterday`.

    `words` has how many days ago each word means. Raises InvalidOption for anything else, and for a
    day to come.
    """
    try:
        day = _day(value.strip().lower(), date.fromordinal(today), words)
    except (ValueError, OverflowError) as error:
        raise InvalidOption(option, value, "day") from error
    if day.toordinal() > today:
        raise InvalidOption(option, value, "past")
    if not is_day(day.isoformat()):
        raise InvalidOption(option, value, "day")  # the progress file takes no such year
    return day.isoformat()


def _day(text: str, today: date, words: Mapping[str, int]) -> date:
    if text in words:
        return today - timedelta(days=words[text])
    if text.startswith("-") and text.endswith("d"):
        return today - timedelta(days=int(text[1:-1]))
    if len(text) != len("2026-11-24"):
        raise ValueError(text)
    return date.fromisoformat(text)
