"""How Chinese sounds: what was typed in pinyin, by initials, in other characters, or by ear.

The sounds are made from the search text when nothing else has been found: each Chinese character
becomes an apostrophe and its syllable, so that a syllable is never found inside another.
"""

import re
from functools import lru_cache

from llmroadmap.core.lookup.text_index import is_unspaced, nodes_with

_CHINESE = re.compile("[\u3400-\u9fff]+")
_SYLLABLE = re.compile("[A-Z][a-z]*")
# Characters with two readings, of which anyascii knows one; and ü as keyboards have it.
_READINGS = (
    ("chang", "zhang"),
    ("chong", "zhong"),
    ("tiao", "diao"),
    ("hang", "xing"),
    ("lv", "lu"),
    ("nv", "nu"),
)
_SHORTEST_PINYIN = 4
_LONGEST = 60


def nodes_that_sound_like(text: str, word: str) -> list[int]:
    """Return the nodes with a text that sounds like this word, Chinese or pinyin.

    Of a word in other characters half must be the same, unless they are the traditional form.
    """
    if len(word) > _LONGEST:
        return []
    sounds = _sounds(text)
    if is_unspaced(word):
        syllables = "".join(map(_syllable, word))
        lines = text.split("\n")
        return [
            node
            for node in nodes_with(sounds, [syllables])
            if any(_is_same(word, each) for each in _runs(lines[node + 1], len(word)))
        ]
    if len(word) < _SHORTEST_PINYIN or not (word.isascii() and word.isalpha()):
        return []
    return _nodes_at(sounds, "'" + "'?".join(_folded(word)) + "(?![a-z])")


def nodes_with_initials(text: str, letters: str) -> list[int]:
    """Return the nodes with a title or topic whose characters begin with these letters, all of it."""
    if not (3 <= len(letters) <= _LONGEST and letters.isascii() and letters.isalpha()):
        return []
    pattern = " '" + "[a-z]*'".join(letters.lower()) + "[a-z]* "
    return _nodes_at(_sounds(text), pattern)


def _nodes_at(text: str, pattern: str) -> list[int]:
    nodes: dict[int, None] = {}
    node, counted = -1, 0
    for found in re.finditer(pattern, text):
        node += text.count("\n", counted, found.start())
        counted = found.start()
        nodes[node] = None
    return list(nodes)


def _runs(line: str, size: int) -> list[str]:
    """Return all stretches of so many Chinese characters in a line."""
    found = _CHINESE.findall(line)
    return [run[i : i + size] for run in found for i in range(len(run) - size + 1)]


def _is_same(word: str, other: str) -> bool:
    """Tell whether two words that are as long sound alike, and are likely meant as the same."""
    differing = 0
    for one, against in zip(word, other, strict=True):
        if one == against:
            continue
        if _syllable(one) != _syllable(against):
            return False
        differing += not (_is_traditional(one) or _is_traditional(against))
    return differing == 0 or (len(word) > 2 and differing * 2 <= len(word))


def _is_traditional(character: str) -> bool:
    """Tell whether Taiwan's character set has it and that of mainland China does not."""
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@lru_cache(maxsize=4)
def _sounds(text: str) -> str:
    table = {ord(each): _syllable(each) for each in set(text) if is_unspaced(each)}
    return text.translate(table)


@lru_cache(maxsize=4096)
def _syllable(character: str) -> str:
    """Return an apostrophe and how a character is read."""
    from anyascii import anyascii  # only for who types what nothing is called

    found = _SYLLABLE.findall(anyascii(character))
    return "'" + _folded("".join(found).lower())


def _folded(syllables: str) -> str:
    for reading, other in _READINGS:
        syllables = syllables.replace(reading, other)
    return syllables
