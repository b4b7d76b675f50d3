"""How long something takes, as people write it in a plan: 2h, 1.5 hours, 45min, 30 分钟, 两小时, 12:34."""

import re
from typing import NamedTuple

MOST = 10_000  # minutes, as the roadmap format has it

_HANZI = {char: n for n, char in enumerate("零一二三四五六七八九十")} | {"两": 2, "兩": 2}
_NUMBER = (
    r"(?:\d{1,4}(?:[.,]\d{1,2})?|½|[一二两兩三四五六七八九十]{1,3}|半|half an?|an?|one|two|three)"
)
_HOURS = (
    r"(?:hours?|hrs?|(?-i:h)|个半?(?:小时|钟头)|個半?小時|小时|小時|钟头|時間|시간|horas?|ora|heures?|stunden?|std|ore|"
    r"час(?:а|ов)?|ч)"
)
_MINUTES = (
    r"(?:minutes?|mins?|(?-i:m)|分钟|分鐘|分間|分|분|minutos?|minuten|minuti|минут[аы]?|мин|′|')"
)
_UNIT_EDGE = r"(?:(?<=[a-zа-я])(?![^\W\d_])|(?<![a-zа-я]))"


def _length(gap: str) -> str:
    """Return the pattern of a length; `gap` is what may stand around the dash of "2-3 hours"."""
    upto = rf"(?:{gap}(?:-|–|—|~|～|\bto\b|至|到|à|bis){gap}(?P<{{0}}2>\d{{{{1,4}}}}(?:[.,]\d{{{{1,2}}}})?))?"
    return (
        rf"(?:(?P<h>{_NUMBER}){upto.format('h')}\s?-?(?P<hu>{_HOURS}){_UNIT_EDGE}"
        rf"(?P<halved>半)?"
        rf"(?:\s?(?:and |und |et |y |e |, ?|又)?(?P<hm>\d{{1,2}})\s?(?:{_MINUTES}{_UNIT_EDGE})?)?"
        rf"|(?P<m>{_NUMBER}){upto.format('m')}\s?-?{_MINUTES}{_UNIT_EDGE})\.?"
    )


_LENGTH, _CLOSE_LENGTH = _length(r"\s?"), _length("")
_CLOCK = r"(?P<c1>\d{1,3}):(?P<c2>[0-5]\d)(?::(?P<c3>[0-5]\d))?"
_ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?", re.IGNORECASE)
_ABOUT = (
    r"(?:(?:approx(?:imately)?\.?|about|around|circa|ca\.?|est(?:imated)?\.?|total|roughly|up to|"
    r"大约|大概|约|約|预计|预估|共|总共|共计|用时|时长|耗时|时间|所要時間|environ|unos|etwa|около|"
    r"(?:estimated )?time|duration|length|estimate|effort|duración|tiempo|durée|dauer|время|"
    r"⏱|⏲|🕐|🕑|🕒|⌚|⌛|⏳|🕘|🕙|~|～|≈)\ufe0f?\s*[:：]?\s*){0,3}"
)
_AFTER = r"(?:\s*(?:of (?:video|content|lectures?|work|reading)s?|read(?:ing)?|watch|video|long|in total|total|each|左右|上下|以内|阅读|視聴|de lectura))?"
_WHOLE = re.compile(rf"\s*{_ABOUT}(?:{_LENGTH}|{_CLOCK}){_AFTER}\s*", re.IGNORECASE)
_WEEKS = re.compile(
    r"(\d{1,3}(?:[.,]\d)?)(?:\s*[-–~]\s*(\d{1,3}))?\s*(?:weeks?|wks?|周|週|semanas?|wochen)",
    re.IGNORECASE,
)
_PER_WEEK = re.compile(
    rf"{_LENGTH}\s*(?:/|per|a|por|pro|par|每)\s*(?:weeks?|wk|周|週|semana|woche|semaine)",
    re.IGNORECASE,
)

_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]{1,60})[)）\]】]")
_BETWEEN = re.compile(r"\s*[,，、;；/|·]\s*|\s+[-–—]\s+")
_SAID = (
    r"(?:用时|时长|耗时|预计(?:用时|时间)?|所要時間|estimated time|time|duration|length|estimate|duración|"
    r"durée|dauer|время|⏱\ufe0f?|⏲\ufe0f?|⌚|🕐|🕑|🕒|🕘|🕙)"
)
_TAIL = re.compile(
    rf"(?:\s*(?:[,，;；·|:：]|\s[-–—]+)\s*{_ABOUT}|[,，;；·|]?\s*{_SAID}\s*[:：]?\s*{_ABOUT}|\s+(?:约|大约|about|~|～)\s*|\s+)"
    rf"(?:{_CLOSE_LENGTH}|(?<=[-–—·|]\s){_CLOCK}){_AFTER}\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"^\s*{_ABOUT}{_LENGTH}\s*(?:[:：|·]|\s[-–—]+)\s+(?=\S)", re.IGNORECASE)
# "in 30 minutes", "24 hours of", "every 2 hours": a part of the title, and no estimate.
_IN_A_SENTENCE = re.compile(
    r"(?:\b(?:for|in|within|per|every|each|under|than|last|first|next|after|of|the|least|most|"
    r"by|at|over|only|just|pour|en|durch|por|para|за|на)|前|后|至少)\s*$|"
    r"\b(?:daily|every|each day|cada|täglich|jeden|chaque|кажд\w+)\b|[每毎]|매일",
    re.IGNORECASE,
)


# So much a day: no length of a step.
_RATE = re.compile(
    r"(?:/|\b(?:per|a|an|each|every|por|al|pro|par|am)\s)\s*(?:day|week|month|d[ií]a|semana|tag|woche|jour|semaine|天|日|周|週)|"
    r"每[天日周週]|[/／](?:天|日|周|週)|/\s?(?:d|w)\b|日\d|daily|weekly",
    re.IGNORECASE,
)
_IN_WORDS = re.compile("小时|小時|钟头|時間|[Hh]our|½")
_LONGEST = 80
_LENGTH_WIDTH = 30
_LENGTH_AT_END = re.compile("[0-9半½一二两兩三四五六七八九十]|[Hh]our")


class Timed(NamedTuple):
    """A text without the length that stood in it, and that length in minutes, 0 for none."""

    text: str
    minutes: int


def read_minutes(text: str) -> int:
    """Return the minutes that `text` says and nothing else, 0 where it says none or more than that."""
    text = " ".join(text.split())
    found = _WHOLE.fullmatch(text) if len(text) <= _LONGEST else None
    if found:
        return _minutes(found)
    iso = _ISO.fullmatch(text.strip())
    if iso and (iso[1] or iso[2]):
        return _within(60 * int(iso[1] or 0) + int(iso[2] or 0))
    return 0


def read_weekly(duration: str, effort: str) -> int:
    """Return the minutes of a course of so many weeks with so many hours a week, 0 if unsaid."""
    weeks, each = _WEEKS.fullmatch(duration.strip()), _PER_WEEK.fullmatch(effort.strip())
    if not (weeks and each):
        return 0
    number = _number(weeks[1])
    if weeks[2]:
        number = (number + _number(weeks[2])) / 2
    return min(MOST, round(number * _minutes(each)))


def take_time(text: str) -> Timed:
    """Take a length off a title: (2h), "- 45min", "用时 6 小时"; what is part of a sentence stays."""
    text = " ".join(text.split())
    if not any(map(str.isdigit, text)) and not _IN_WORDS.search(text):
        return Timed(text, 0)
    for found in _BRACKETS.finditer(text):
        if _RATE.search(found[1]):
            continue
        parts = _BETWEEN.split(found[1])
        times = [read_minutes(part) for part in parts]
        if not any(times) or _IN_A_SENTENCE.search(text[: found.start()]):
            continue
        rest = "" if all(times) else _without(found[0], found[1], parts, times)
        return Timed(_joined(text[: found.start()], rest, text[found.end() :]), sum(times))
    cut = max(0, len(text) - _LONGEST)
    tail = _TAIL.search(text, cut) if _LENGTH_AT_END.search(text[-_LENGTH_WIDTH:]) else None
    if tail and tail.start() and not _IN_A_SENTENCE.search(text[: tail.start()]):
        return Timed(text[: tail.start()].rstrip(" ,，;；:：-–—·|"), _minutes(tail))
    head = _HEAD.match(text)
    if head and head.end() < len(text):
        return Timed(text[head.end() :], _minutes(head))
    return Timed(text, 0)


def _without(whole: str, inside: str, parts: list[str], times: list[int]) -> str:
    kept = [part for part, time in zip(parts, times, strict=True) if not time]
    return whole.replace(inside, ", ".join(kept))


def _joined(before: str, rest: str, after: str) -> str:
    return f"{before.rstrip()}{rest}{after}".strip()


def _minutes(found: re.Match[str]) -> int:
    groups = found.groupdict()
    if groups.get("c1"):
        first, second = int(groups["c1"]), int(groups["c2"])
        # 12:34 is a film's minutes and seconds, 1:23:45 its hours too.
        return _within(60 * first + second if groups["c3"] else first + (second >= 30))
    if groups.get("h"):
        number = _mean(groups["h"], groups["h2"])
        number += 0.5 * (bool(groups["halved"]) or "半" in groups["hu"])
        return _within(round(60 * number) + int(groups["hm"] or 0))
    return _within(round(_mean(groups["m"], groups["m2"])))


def _mean(first: str, second: str | None) -> float:
    return (_number(first) + _number(second)) / 2 if second else _number(first)


def _number(text: str) -> float:
    words = {"½": 0.5, "半": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
    lower = text.lower()
    if lower.startswith("half"):
        return 0.5
    if lower in words:
        return words[lower]
    if text[0].isdecimal():
        return float(text.replace(",", "."))
    tens, dot, ones = text.rpartition("十")
    return (_HANZI.get(tens, 1) * 10 if dot else 0) + _HANZI.get(ones, 0)


def _within(minutes: int) -> int:
    return minutes if 0 < minutes <= MOST else 0
