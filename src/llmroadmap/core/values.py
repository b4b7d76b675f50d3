"""How values on the command line are read."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.kinds import KINDS
from llmroadmap.core.records import NamedTuple

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


class TimeWords(NamedTuple):
    """The words of every language in which people say how long, and how often."""

    hours: Iterable[str]
    minutes: Iterable[str]
    numbers: Mapping[str, float]
    daily: Iterable[str]
    weekly: Iterable[str]
    days: Iterable[str]  # behind a number of days in a week


WEEK = 7 * 1440  # minutes
# A bare number a day is hours up to this, above it minutes: nobody studies longer every day.
_MOST_HOURS = 8


def parse_weekly(option: str, value: str, words: TimeWords, bare: str = "hours") -> int:
    """Return the minutes a week of `6h a week`, `30m/day`, `2.5`, 每天半小时 or `1h, 4 evenings`.

    A bare number is so many hours a week; where `bare` is "minutes", so many minutes a day. Raises
    InvalidOption for anything else, and for more than a week has.
    """
    rest = _plain(value).replace(" /", "/").replace("/ ", "/").lstrip("~≈约 ")
    rest, is_weekly = _without(rest, words.weekly)
    rest, is_daily = _without(rest, words.daily)
    rest, days = _without_days(rest, words)
    rest, is_each_day = _without(rest, words.daily)
    is_daily = bool(is_daily or is_each_day or days or (bare == "minutes" and not is_weekly))
    try:
        minutes = _amount(rest, words, is_minutes=bare == "minutes", is_daily=is_daily)
    except InvalidOption:
        minutes = 0
    total = round(minutes * (days or (7 if is_daily else 1)))
    if not 0 < total <= WEEK:
        raise InvalidOption(option, value, "weekly-time")
    return total


def _amount(text: str, words: TimeWords, *, is_minutes: bool, is_daily: bool) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,2})?", text):
        return parse_minutes(text, words.hours, words.minutes, words.numbers)
    number = float(text)
    return number if is_minutes or (is_daily and number > _MOST_HOURS) else 60 * number


def _without_days(text: str, words: TimeWords) -> tuple[str, float]:
    """Return a text without the days of a week that it names, and how many those are, else 0."""
    number = rf"(?<![0-9.a-z])([1-7]|{_either(words.numbers)})"
    found = re.search(rf"{number} ?(?:{_either(words.days)})(?![a-z])", text)
    if not found:
        return text, 0
    days = words.numbers.get(found[1]) or float(found[1])
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"^[ ,;x×*]+|[ ,;x×*]+$", "", rest), days


def _without(text: str, words: Iterable[str]) -> tuple[str, bool]:
    """Return a text without the one of `words` that stands before or behind it, and whether one did."""
    for word in sorted(words, key=len, reverse=True):
        is_wordy = word[0].isascii() and word[0].isalpha()
        if text.endswith(f" {word}" if is_wordy else word):
            return text[: -len(word)].strip(" ,;:"), True
        if text.startswith(f"{word} " if is_wordy else word) and word[0] != "/":
            return text[len(word) :].strip(" ,;:"), True
    return text, False


def parse_days_a_week(option: str, value: str, words: TimeWords) -> float:
    """Return the days of `4`, `4/week`, `4 days a week` or 每周四天.

    Raises InvalidOption for anything else, and for more than seven.
    """
    rest, _ = _without(_plain(value).replace(" /", "/"), words.weekly)
    found = re.fullmatch(
        rf"([0-9](?:\.[0-9]{{1,2}})?|{_either(words.numbers)}) ?(?:{_either(words.days)})?", rest
    )
    number = (words.numbers.get(found[1]) or float(found[1])) if found else 0.0
    if not 0 < number <= 7:
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
