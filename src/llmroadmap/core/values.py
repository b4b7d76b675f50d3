"""How values on the command line are read."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.kinds import KINDS

# A number may be a word where its unit follows.
_TIME = (
    r"(?:(?P<hours>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?|{numbers}) ?(?:{hours}))?"
    r" ?(?:(?P<minutes>[0-9]{{1,4}}|(?:{numbers})(?= ?(?:{minutes}))) ?(?:{minutes})?)?"
)


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


def parse_minutes(
    value: str,
    hour_units: Iterable[str],
    minute_units: Iterable[str],
    numbers: Mapping[str, float] = {},
) -> int:
    """Return the minutes of `30m`, `1h`, `90`, `1h30m`, `1.5h` or 半小时, in these units and numbers.

    Raises InvalidOption for anything else.
    """
    pattern = _TIME.format(
        hours=_either(hour_units), minutes=_either(minute_units), numbers=_either(numbers)
    )
    found = re.fullmatch(pattern, _plain(value))
    hours, minutes = (
        (numbers.get(text) or float(text)) if text else 0
        for text in ((found["hours"], found["minutes"]) if found else ("", ""))
    )
    total = round(60 * hours + minutes)
    if not total:
        raise InvalidOption("--time", value, "time")
    return total


def _plain(value: str) -> str:
    return " ".join(normalize("NFKC", value[:100]).casefold().split())


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


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


_DAYS_OF = {"day": 1, "week": 7, "month": 30}


def parse_days(
    option: str, value: str, units: Mapping[str, str], numbers: Mapping[str, float]
) -> int:
    """Return the days of `10d`, `2w`, `a week` or 两周; a month has 30 of them.

    `units` has day, week or month for each word. Raises InvalidOption.
    """
    known = {"d": "day", "w": "week", **units}
    pattern = rf"([0-9]{{1,3}}|{_either(numbers)}) ?个?({_either(known)})"
    found = re.fullmatch(pattern, _plain(value))
    number = (numbers.get(found[1]) or float(found[1])) if found else 0
    days = round(number * _DAYS_OF[known[found[2]]]) if found else 0
    if not 0 < days <= 1000:
        raise InvalidOption(option, value, "days")
    return days


def parse_kind(value: str, names: Mapping[str, str]) -> str:
    """Return the kind of steps that `value`, or the one of `names` that it is, stands for.

    Raises InvalidOption.
    """
    from llmroadmap.core.lookup.spoken import kind_named  # only for a kind that was typed

    plain = _plain(value)
    found = plain if plain in KINDS else names.get(plain) or kind_named(plain)
    if value and not found:
        raise InvalidOption("--kind", value, "kind")
    return found


def parse_language(value: str, names: Mapping[str, str]) -> str:
    """Return the code of the language that is named, such as zh for zh-CN or Chinese.

    Raises InvalidOption for what is none.
    """
    word = value.strip().casefold()
    if not value:
        return ""  # what stands there by default
    code = names.get(word) or word.replace("_", "-").partition("-")[0]
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise InvalidOption("--in", value, "page-language")
    return code
