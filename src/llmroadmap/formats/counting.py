"""How the parts of a plan are counted in their titles: Week 3, Day 2-3, 第一周, 1.2, Teil IV."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from llmroadmap.formats.plain_text import is_emoji


class Count(NamedTuple):
    """Where a part stands by its title: the short form of its unit, "" for a bare number.

    `numbers` has one number for each level (1.2 is 1 and 2), `last` the end of a range or 0; `end`
    is where the count ends in the title.
    """

    unit: str
    numbers: tuple[int, ...]
    last: int
    end: int


# The letters that stand for a unit in an id, and its names.
_UNITS = {
    "w": "weeks?|wk|semanas?|woche|semaine|settimana|неделя|周|週|星期|주차|주",
    "d": "days?|d[ií]as?|tag|jour|giorno|день|天|日|일차|일",
    "mo": "months?|mes|mês|monat|mois|mese|месяц|个月|個月|月|개월",
    "ch": "chapters?|ch|chap|cap[ií]tulos?|kapitel|chapitre|capitolo|глава|章|장",
    "les": "lessons?|lecci[oó]n|lektion|leçon|lezione|урок|课|課|讲|講|강",
    "lec": "lectures?|lec|clases?|aulas?|vorlesung|cours|лекция",
    "m": "modules?|m[oó]dulos?|modul|modulo|модуль|模块|モジュール",
    "u": "units?|unidad(?:es)?|unidade|einheit|unité|unità|раздел|单元|單元|과",
    "p": "parts?|partes?|teil|partie|часть|部分|部|篇|부",
    "ph": "phases?|fases?|fase|phase|этап|阶段|階段|단계",
    "st": "steps?|pasos?|passos?|schritt|étape|etapas?|шаг|步",
    "s": "stages?|stufe",
    "lv": "levels?|nivel(?:es)?|nível|niveau|livello|уровень|级|級",
    "se": "sessions?|sesi[oó]n|sessão|sitzung|séance|занятие|节|節|回",
    "sem": "semesters?|semestre|семестр|学期|學期",
    "y": "years?|año|ano|jahr|année|год|学年|年",
    "sp": "sprints?",
    "lab": "labs?|实验|實驗",
    "t": "topics?|temas?|thema|tema|тема|主题",
    "pr": "projects?|proyectos?|projetos?|projekt|projet|проект|项目",
    "ms": "milestones?|里程碑",
    "q": "quarters?|季度",
    "ex": "exercises?|ejercicios?|exercícios?|übung|упражнение|练习",
    "hw": "homeworks?|assignments?|作业",
    "term": "terms?|trimestre",
    "tier": "tiers?",
    "track": "tracks?",
    "book": "books?",
}
_HANZI = "零〇一二三四五六七八九十百两"
_WORDS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_ROMAN = {
    numeral: n
    for n, numeral in enumerate(
        [
            "I",
            "II",
            "III",
            "IV",
            "V",
            "VI",
            "VII",
            "VIII",
            "IX",
            "X",
            "XI",
            "XII",
            "XIII",
            "XIV",
            "XV",
            "XVI",
            "XVII",
            "XVIII",
            "XIX",
            "XX",
        ],
        1,
    )
}
_DIGITS = r"\d{1,4}(?:\.\d{1,3}){0,3}"
_NUMBER = (
    rf"(?:{_DIGITS}|{'|'.join(_WORDS)}|(?-i:{'|'.join(sorted(_ROMAN, key=len, reverse=True))}))"
)
_UPTO = rf"(?:\s*(?:-|–|—|~|～|&|\+|/|to|and|y|bis|至|到|和|、)\s*(?P<last>\d{{1,4}}|[{_HANZI}]{{1,4}}))?"
_ANY = "|".join(f"(?P<u_{short}>{names})" for short, names in _UNITS.items())
_NAMED = re.compile(
    rf"(?:{_ANY})\.?\s*(?:[#:№-]|no\.?|nr\.?)?\s*(?P<n>{_NUMBER}){_UPTO}(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"第\s*(?P<n>\d{{1,4}}|[{_HANZI}]{{1,4}})(?:\s*(?:-|–|—|~|～|至|到|和|、)\s*第?\s*"
    rf"(?P<last>\d{{1,4}}|[{_HANZI}]{{1,4}}))?\s*(?:个|個)?(?:{_ANY})|"
    rf"제?\s*(?P<kn>\d{{1,4}})(?:\s*[-~]\s*(?P<klast>\d{{1,4}}))?\s*(?P<ku>주차|일차|개월|단계|장|강|과|부|주)(?:\s|$|[:.])",
    re.IGNORECASE,
)
# 2週目, 3か月目, 第1回: how Japanese counts weeks, months and meetings.
_JAPANESE = {
    "週": "w",
    "周": "w",
    "日": "d",
    "か月": "mo",
    "ヶ月": "mo",
    "カ月": "mo",
    "ヵ月": "mo",
    "回": "se",
}
_COUNTED_JA = re.compile(
    rf"第?\s*(?P<n>\d{{1,4}}|[{_HANZI}]{{1,4}})\s*(?P<ju>{'|'.join(_JAPANESE)})(?:間?目|(?<=回))"
)
_ORDINAL = re.compile(
    rf"(?P<n>\d{{1,3}})(?:st|nd|rd|th|[aºª°]|-?[яйе]|\.)\s(?P<unit>{'|'.join(_UNITS.values())})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,3})(?:\.(?=\s)|[、:：)）-]|(?=\s))\s*(?=\S)|"
    r"[（(]?(?P<n1>\d{1,3})(?:[.)]\s+|[、）:：]\s*|\s+[-–—|·]\s+|\.(?=[^\W\d_])(?=[^\x00-\x7f]))(?=\S)|"
    r"[（(]?(?P<h>[一二三四五六七八九十]{1,3})[、）)]\s*(?=\S)|"
    r"(?P<r>[IVX]{1,5})[.)]\s+(?=\S)|"
    r"(?P<c>[①-⑳])\s*(?=\S)"
)
_PARTS_OF_A_PLAN = (
    "w",
    "d",
    "mo",
    "ch",
    "les",
    "lec",
    "m",
    "u",
    "p",
    "ph",
    "st",
    "s",
    "lv",
    "se",
    "sem",
    "sp",
)
_UNIT_WORD = re.compile("|".join(_UNITS[unit] for unit in _PARTS_OF_A_PLAN), re.IGNORECASE)
# A title is asked about again and again, and no more than so many are in use at once.
_REMEMBERED = 20_000
_SHORTCODE = re.compile(r"^\s*:[a-z0-9_+-]{2,40}:\s*")
# "Tuning | Day 1": where a count closes a title.
_AT_END = re.compile(r"(?:\s+[|·:–—-]+\s+|\s*[(（]\s*)(?P<count>[^|·()（）]{3,24})[)）]?\s*$")


@lru_cache(_REMEMBERED)
def count_of(title: str) -> Count | None:
    """Return how a title counts its part, None where it does not."""
    start = _start(title)
    for pattern in (_NAMED, _COUNTED, _COUNTED_JA, _ORDINAL):
        found = pattern.match(title, start)
        if found:
            return _named(found)
    found = _BARE.match(title, start)
    return _bare(found) if found else None


def is_unit_of_time_or_part(word: str) -> bool:
    """Tell whether a word is what parts of a plan are counted by in some language: week, Sitzung, 주차."""
    return bool(_UNIT_WORD.fullmatch(word.strip()))


def is_only_count(title: str) -> bool:
    """Tell whether a title is a count and nothing else: week 3, Day 2-3, 7."""
    text = title.strip(" *_.:：#()（）")
    count = count_of(text)
    if count is None:
        return bool(re.fullmatch(r"\d{1,4}|\d{1,3}\s*[-–&]\s*\d{1,3}", text))
    return bool(count.unit) and not text[count.end :].strip(" *_.:：)）")


@lru_cache(_REMEMBERED)
def count_at_end(title: str) -> Count | None:
    """Return the count that closes a title: "Tuning | Day 1"."""
    found = _AT_END.search(title[-60:])
    count = count_of(found["count"].strip()) if found else None
    return count if found and count and count.unit and is_only_count(found["count"]) else None


def number_ids(titles: Sequence[str], *, taken: Sequence[str] = ()) -> list[str]:
    """Return a short id for each of the siblings: w3, ch2, d2-3 by their own count, else their place."""
    counts = [count_of(title) or count_at_end(title) for title in titles]
    own = [_own_id(count) for count in counts]
    bare = sum(count is not None and not count.unit for count in counts)
    if bare * 2 < len(titles):
        own = ["" if name[:1].isdigit() else name for name in own]
    used = set(taken)
    ids = []
    for name in own:
        ids.append("" if name in used else name)
        used.add(name)
    if not any(name[:1].isdigit() for name in ids):
        return _by_place(ids, set(taken))
    return _around(ids, set(taken))


def free_number(used: set[str], start: int = 1) -> str:
    """Return the least number from `start` on that is no id yet."""
    number = start
    while str(number) in used:
        number += 1
    return str(number)


def _by_place(ids: list[str], used: set[str]) -> list[str]:
    """Give those without an own count the number of their place."""
    used |= {name for name in ids if name}
    for place, name in enumerate(ids):
        if not name:
            ids[place] = free_number(used, place + 1)
            used.add(ids[place])
    return ids


def _around(ids: list[str], used: set[str]) -> list[str]:
    """Give numbers to what stands beside counted parts: 0 before the first, else after the last."""
    used |= {name for name in ids if name}
    most = max(int(name.partition("-")[0]) for name in ids if name[:1].isdigit())
    if not ids[0] and "0" not in used:
        ids[0] = "0"
        used.add("0")
    for place, name in enumerate(ids):
        if not name:
            ids[place] = free_number(used, most + 1)
            used.add(ids[place])
    return ids


def _own_id(count: Count | None) -> str:
    if count is None:
        return ""
    number = str(count.numbers[-1])
    if count.last > count.numbers[-1]:
        number = f"{number}-{count.last}"
    return f"{count.unit}{number}"


def _start(title: str) -> int:
    """Return where the words of a title begin, behind pictures and marks."""
    code = _SHORTCODE.match(title)
    at = code.end() if code else 0
    while at < len(title) and (title[at] in " \u3000*_#[【\ufe0f\u200d" or is_emoji(title[at])):
        at += 1
    return at


def _named(found: re.Match[str]) -> Count:
    groups = found.groupdict()
    if groups.get("ju"):
        unit = _JAPANESE[groups["ju"]]
    elif groups.get("unit") or groups.get("ku"):
        name = groups.get("unit") or groups["ku"]
        unit = next(
            short for short, names in _UNITS.items() if re.fullmatch(names, name, re.IGNORECASE)
        )
    else:
        unit = next(key[2:] for key, value in groups.items() if key.startswith("u_") and value)
    number, last = groups.get("n") or groups["kn"], groups.get("last") or groups.get("klast")
    return Count(
        unit=unit,
        numbers=_numbers(number),
        last=_number(last) if last else 0,
        end=found.end(),
    )


def _bare(found: re.Match[str]) -> Count:
    text = next(part for part in found.groups() if part)
    if found["c"]:
        text = str(int(unicodedata.numeric(text)))
    return Count(unit="", numbers=_numbers(text), last=0, end=found.end())


def _numbers(text: str) -> tuple[int, ...]:
    if text[0].isdecimal():
        return tuple(int(part) for part in text.split("."))
    return (_number(text),)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    word = _WORDS.get(text.lower(), _ROMAN.get(text))
    if word is not None:
        return word
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = 2 if char == "两" else max(0, _HANZI.index(char) - 1)
    return total + digit
