"""Typing errors: which words are one or two edits away from what was typed."""

import re
from collections.abc import Iterable

from llmroadmap.core.lookup.text_index import is_unspaced

_NUMBER = re.compile("[0-9]+")


def edits(one: str, other: str, limit: int) -> int:
    """Return how many letters were changed, left out, added or swapped; above `limit`, limit + 1."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row = row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        above = before
    return min(row[-1], limit + 1)


def close_words(word: str, vocabulary: Iterable[str], shortest: int = 4) -> dict[str, int]:
    """Return the words of the vocabulary near `word`, with their distance.

    The shorter a word, the more others are near it: one edit is forgiven, two from 7 letters on.
    Numbers are facts: 2.9 is no typing error for 9.2, lecture 20 none for lecture 2.
    """
    if not shortest <= len(word) <= 60:
        return {}
    limit = 1 if len(word) < 7 else 2
    letters, digits, length = set(word), numbers(word), len(word)
    found = {}
    for each in vocabulary:
        if (
            -limit <= len(each) - length <= limit
            and len(letters.difference(each)) <= limit
            and numbers(each) == digits
        ):
            distance = edits(word, each, limit)  # the slowest, so it comes last
            if 0 < distance <= limit:
                found[each] = distance
    return found


def numbers(word: str) -> list[str]:
    """Return the numbers in it, in order, without leading zeros."""
    if word.isalpha():
        return []
    return [number.lstrip("0") or "0" for number in _NUMBER.findall(word)]


def close_parts(word: str, text: str) -> dict[str, int]:
    """Return what in the text is one character away from a Chinese word of three or more.

    Three characters in a row must be the same, of a word of three two: 情况分析 is no typing error
    for 情感分析, nor 分配器 for 分词器, for each of their parts is a word of its own.
    """
    size = len(word)
    if not is_unspaced(word) or not 3 <= size <= 40:
        return {}
    ways = [f"{word[:i]}[^\\s]{word[i + 1 :]}" for i in range(size)]
    ways += [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(size - 1)]
    if size > 3:
        ways += [word[:i] + word[i + 1 :] for i in range(size)]
        ways += [f"{word[:i]}[^\\s]{word[i:]}" for i in range(1, size)]
    run = min(3, size - 1)
    kept = [word[i : i + run] for i in range(size - run + 1)]
    found = dict.fromkeys(re.findall("|".join(ways), text), 1)
    return {each: 1 for each in found if any(same in each for same in kept)}
