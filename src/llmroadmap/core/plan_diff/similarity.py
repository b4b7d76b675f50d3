"""How alike two titles are. Likeness proposes; only what says the very same thing may decide."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
# Scripts that are written without blanks: every sign counts as a word.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff])")
_FILLERS = frozenset(
    {"a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with", "your"}
)
_SPELLED = {"intro": "introduction", "vs": "versus"}
_PLURAL_FROM = 5  # so that HTTP and HTTPS stay two things


@lru_cache(maxsize=65_536)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words that carry a title's meaning, in one spelling."""
    text = unicodedata.normalize("NFKD", title).casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    found = _WORD.findall(_UNSPACED.sub(r" \1 ", text))
    words = tuple(_one_spelling(word) for word in found if word not in _FILLERS)
    return words or tuple(found)


def similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """Return 0 to 1: the share of words in common, in the languages where it is greatest."""
    others = [frozenset(title_words(title)) for title in other]
    best = 0.0
    for words in (frozenset(title_words(title)) for title in one):
        for more in others:
            if words and more:
                best = max(best, 2 * len(words & more) / (len(words) + len(more)))
    return best


def is_misspelling(one: str, other: str) -> bool:
    """Tell whether the titles differ in one letter of one long word, or in two swapped ones."""
    words, others = title_words(one), title_words(other)
    if len(words) != len(others):
        return False
    unlike = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(unlike) == 1 and _one_slip(*unlike[0])


def _one_spelling(word: str) -> str:
    word = _SPELLED.get(word, word)
    is_plural = len(word) > _PLURAL_FROM and word.endswith("s") and not word.endswith(("ss", "us"))
    return word[:-1] if is_plural else word


def _one_slip(one: str, other: str) -> bool:
    """Tell a slip of the pen from another word: nobody misses the first letter or a digit."""
    if min(len(one), len(other)) < 6 or one[0] != other[0] or not (one + other).isalpha():
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, more = one[start:], other[start:]
    swapped = rest[:2] == more[1::-1] and rest[2:] == more[2:]
    return swapped or rest[1:] == more or rest == more[1:] or rest[1:] == more[1:]
