"""How values on the command line are read."""

import re
from datetime import date, timedelta

from llmroadmap.core.days import is_day
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.kinds import KINDS

_TIME = r"(?:(?P<hours>[0-9]{1,3}) ?(?:h|小时))? ?(?:(?P<minutes>[0-9]{1,4}) ?(?:m|min|分钟|分)?)?"


def parse_count(value: str | int) -> int:
    """Return a whole number from 1 on; a number is a default and stays as it is."""
    return _count("-n", value)


def parse_link(value: str | int) -> int:
    """Return the number of a link, from 1 on."""
    return _count("--link", value)


def _count(option: str, value: str | int) -> int:
    if isinstance(value, int):
        return value
    if value.isascii() and value.isdigit() and int(value[:7]) > 0:
        return int(value[:7])
    raise InvalidOption(option, value, "count")


def parse_minutes(value: str | int) -> int:
    """Return the minutes of `30m`, `1h`, `90` or `1h30m`; a number is a default and stays."""
    if isinstance(value, int):
        return value
    found = re.fullmatch(_TIME, value.strip().lower())
    minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0) if found else 0
    if not minutes:
        raise InvalidOption("--time", value, "time")
    return minutes


def parse_kind(value: str) -> str:
    """Return a kind of steps."""
    if value and value not in KINDS:
        raise InvalidOption("--kind", value, "kind")
    return value


def parse_day(value: str, today: int, option: str = "--on") -> str:
    """Return the ISO day of `2026-11-24`, `today`, `yesterday` or `-3d`; never one to come."""
    try:
        day = _day(value.strip().lower(), date.fromordinal(today))
    except (ValueError, OverflowError) as error:
        raise InvalidOption(option, value, "day") from error
    if day.toordinal() > today:
        raise InvalidOption(option, value, "past")
    if not is_day(day.isoformat()):
        raise InvalidOption(option, value, "day")  # the progress file takes no such year
    return day.isoformat()


def _day(text: str, today: date) -> date:
    words = {"today": 0, "yesterday": 1, "今天": 0, "昨天": 1, "前天": 2}
    if text in words:
        return today - timedelta(days=words[text])
    if text.startswith("-") and text.endswith("d"):
        return today - timedelta(days=int(text[1:-1]))
    if len(text) != len("2026-11-24"):
        raise ValueError(text)
    return date.fromisoformat(text)
