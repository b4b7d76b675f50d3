"""What speaks for and against an old and a new item being one thing.

Nothing here decides: an address that only stands second, a title that is only alike and an id that
is only made from a title or a place each prove nothing by themselves.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from llmroadmap.core.plan_diff.plan_items import PlanItem, address, page_key, title_keys
from llmroadmap.core.plan_diff.similarity import is_misspelling, similarity, title_words

ALIKE = 0.5
_REWORDED = 0.75
# A title of fewer words ("Final project") may well name two things of two parents.
_DISTINCT_WORDS = 3

# Words that only count: of two titles that differ in them alone, each names something else.
_COUNTS = frozenset(
    [
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
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "a",
        "b",
        "c",
        "d",
        "e",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "百",
        "两",
        "上",
        "中",
        "下",
        "甲",
        "乙",
        "丙",
    ]
)
# What is counted; a title of nothing but these names no subject.
_COUNTED = frozenset(
    [
        "chapter",
        "lecture",
        "lesson",
        "part",
        "unit",
        "module",
        "section",
        "session",
        "week",
        "day",
        "step",
        "video",
        "episode",
        "exercise",
        "problem",
        "question",
        "quiz",
        "assignment",
        "homework",
        "lab",
        "project",
        "read",
        "watch",
        "do",
        "第",
        "章",
        "课",
        "節",
        "节",
        "讲",
        "講",
        "周",
        "週",
        "天",
        "日",
        "篇",
        "集",
        "期",
        "部",
        "分",
        "单",
        "元",
        "单元",
    ]
)


def same_title(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether the items have a title in common, in any language."""
    return not set(title_keys(one)).isdisjoint(title_keys(other))


def main_link(item: PlanItem) -> str:
    """Return the first address of an item, "" without any."""
    return address(item.links[0]) if item.links else ""


def same_page(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether the main addresses are one, or one page on two hosts."""
    if not (one.links and other.links):
        return False
    return main_link(one) == main_link(other) or page_key(one) == page_key(other) is not None


def are_alike(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether the titles share most of their words, and differ in more than a count."""
    return similarity(one.title, other.title) >= ALIKE and not counts_differ(one, other)


def is_reworded(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether a title is the other with a few words more, and not with those of a part of it."""
    pairs = ((set(title_words(a)), set(title_words(b))) for a in one.title for b in other.title)
    return any(
        (first <= second or second <= first)
        and 2 * len(first & second) >= _REWORDED * (len(first) + len(second)) > 0
        and not all(_is_count(word) or word in _COUNTED for word in first ^ second)
        for first, second in pairs
    )


def holds_title(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether a title of one has all the words of a title of the other, and more."""
    pairs = ((set(title_words(a)), set(title_words(b))) for a in one.title for b in other.title)
    return any(second and second < first for first, second in pairs)


def rests(one: PlanItem, other: PlanItem) -> Iterator[tuple[str, ...]]:
    """Yield what a title of the other says behind or before a title of this one."""
    for first in map(title_words, one.title):
        for second in map(title_words, other.title):
            if second[: len(first)] == first:
                yield second[len(first) :]
            if second[-len(first) :] == first:
                yield second[: -len(first)]


def is_slip(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether a title of one is a title of the other with one letter wrong."""
    return any(is_misspelling(a, b) for a in one.title for b in other.title)


def is_distinct(item: PlanItem) -> bool:
    """Tell whether a title says enough to be recognised under another parent."""
    return any(len(title_words(title)) >= _DISTINCT_WORDS for title in item.title)


def counts_differ(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether two titles say different numbers: Part 1 and Part 2, 第三章 and 第四章."""
    pairs = [(a, b) for a in one.title for b in other.title if _script(a) == _script(b)]
    return any(_counts_differ(title_words(a), title_words(b)) for a, b in pairs)


def says_only_a_count(item: PlanItem) -> bool:
    """Tell whether the titles name no subject: Week 3, Read chapter 1."""
    return all(
        _is_count(word) or word in _COUNTED for title in item.title for word in title_words(title)
    )


def is_translated(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether the titles are in different scripts, so that no words can be compared."""
    return {_script(title) for title in one.title}.isdisjoint(map(_script, other.title))


def is_made_id(item: PlanItem) -> bool:
    """Tell whether the last part of an id says no more than the item's place, or its title."""
    last = item.id.rpartition(".")[2]
    if re.fullmatch(r"[a-z]{0,3}\d+", last):
        return True
    if all(_script(title) != "latin" for title in item.title):
        return True  # Whether such an id was made from the title cannot be seen.
    words = {_folded(word) for title in item.title for word in re.findall(r"\w+", title)}
    parts = [part for part in last.split("-") if part]
    return bool(parts) and all(part in words or part.isdigit() for part in parts)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _counts_differ(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = set(one), set(other)
    numbers = [{word for word in words if any(map(str.isdigit, word))} for words in (first, second)]
    if all(numbers) and numbers[0] != numbers[1]:
        return True
    unlike = first ^ second
    return bool(unlike) and all(map(_is_count, unlike))


def _is_count(word: str) -> bool:
    return word in _COUNTS or word.isdigit()


def _script(title: str) -> str:
    """Return which script most letters of a title are in."""
    letters = [char for char in title if char.isalpha()]
    wide = sum(char >= "\u2e80" for char in letters)
    other = sum("\u0250" <= char < "\u2e80" for char in letters)
    if 2 * wide >= len(letters) > 0:
        return "wide"
    return "other" if 2 * other >= len(letters) > 0 else "latin"
