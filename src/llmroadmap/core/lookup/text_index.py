"""The words that items are known by, in a form that is searched as text.

A line a node: the words of its id, its titles in all languages, and compounds written as one word.
Words are lower case between single blanks, so that a whole word is found as " word " and a
beginning as " word". Chinese has no blanks: a run of it is one word, of which any part is found.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unicodedata import normalize

from llmroadmap.core.model.text import every
from llmroadmap.core.records import NamedTuple

ID_ENDS = "\x1f"
TITLE = "\t"  # on both sides of each title
COMPOUNDS = "\x1e"

_WORD = re.compile(r"\w+[+#]*")
_COMPOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_IN_WORDS = str.maketrans("_", " ", "'\u2019")


class SearchText(NamedTuple):
    """Two texts with a line for each node: `names` (ids and titles) and `topics`."""

    names: str
    topics: str


def search_text(records: Iterable[Any]) -> SearchText:
    """Return the text in which the items of these records are found."""
    names, topics = [], []
    for record in records:
        titles = [*every(record.get("title"))]
        compounds = [word for title in titles if "-" in title for word in _compounds(title)]
        names.append(
            f" {' '.join(words_of(record['id']))} {ID_ENDS}"
            + "".join(f"{TITLE} {' '.join(words_of(title))} {TITLE}" for title in titles)
            + (f"{COMPOUNDS} {' '.join(compounds)} " if compounds else "")
        )
        topics.append(
            "".join(f" {' '.join(words_of(t))} {TITLE}" for t in record.get("topics", ()))
        )
    return SearchText(_as_lines(names), _as_lines(topics))


def _as_lines(lines: list[str]) -> str:
    return "\n" + "\n".join(lines) + "\n"


def _compounds(title: str) -> list[str]:
    """Return `fine-tuning` as one word, the way many people write it."""
    return [compound.replace("-", "") for compound in _COMPOUND.findall(_folded(title))]


def words_of(text: str) -> list[str]:
    """Return the words of `text`; Chinese between two other words is one, whatever parts it."""
    if text.isascii():  # no other script, no accents: three times as fast
        return _WORD.findall(text.lower().translate(_IN_WORDS))
    words: list[str] = []
    for run in _WORD.findall(_folded(text)):
        for word in [run] if run.isascii() else _by_script(run):
            if words and is_unspaced(word) and is_unspaced(words[-1]):
                words[-1] += word
            else:
                words.append(word)
    return words


def _by_script(run: str) -> Iterator[str]:
    """Yield the stretches of one script: `8bit模型` is two words."""
    start = 0
    for index in range(1, len(run) + 1):
        if index == len(run) or is_unspaced(run[index]) != is_unspaced(run[start]):
            yield run[start:index]
            start = index


def query_words(text: str) -> list[str]:
    """Return the words that somebody typed: a blank parts Chinese words too."""
    return [word for piece in text.split() for word in words_of(piece)]


def is_unspaced(word: str) -> bool:
    """Tell whether `word` is of a script without blanks between words: Chinese or Japanese."""
    first = word[:1]
    # A regular expression with these ranges would take longer to compile than all else here.
    return (
        "\u3040" <= first <= "\u9fff" or "\uf900" <= first <= "\ufaff" or first >= "\U00020000"
    ) or first == "\u3005"


def _folded(text: str) -> str:
    """Return `text` without case, accents, and width (IMEs type letters as wide as Chinese)."""
    if not text.isascii():
        text = normalize("NFC", _ACCENTS.sub("", normalize("NFKD", text)))
    return text.casefold().translate(_IN_WORDS)


def whole(word: str) -> str:
    """Return what to search for to find `word`, and no word that it is a part of."""
    return word if is_unspaced(word) else f" {word} "


def beginning(word: str) -> str:
    """Return what to search for to find the words that begin with `word`."""
    is_part = len(word) > 1 and not word[-1].isdigit()  # 10 is no beginning of 100
    return word if is_unspaced(word) else f" {word}" if is_part else f" {word} "


def nodes_with(text: str, patterns: Sequence[str]) -> list[int]:
    """Return the nodes whose line has all of the patterns."""
    rarest = max(patterns, key=len)
    others = [pattern for pattern in patterns if pattern != rarest]
    nodes: list[int] = []
    node, counted = -1, 0
    index = text.find(rarest)
    while index >= 0:
        start = text.rfind("\n", 0, index + 1)
        stop = text.find("\n", start + 1)
        if stop < 0:
            break
        if all(text.find(pattern, start, stop) >= 0 for pattern in others):
            node += text.count("\n", counted, start + 1)
            counted = start + 1
            nodes.append(node)
        index = text.find(rarest, stop)
    return nodes
