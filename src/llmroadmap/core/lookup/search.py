"""Where words occur: in titles, ids, topics, descriptions and a learner's own notes."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from llmroadmap.core.lookup.text_index import beginning, is_unspaced, query_words, whole, words_of
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import choose, every
from llmroadmap.core.progress.notes import Note

# Where a word can be found, the best place first.
TITLE, TITLE_PART, ID, TOPIC, ABOUT, NOTE = range(6)
FIELDS = ("title", "title", "id", "topic", "about", "note")
_NOWHERE = len(FIELDS)
# So many characters before a word found are shown.
_LEAD = 30
_LETTER = re.compile(r"[^\W\u3040-\uffff]")  # of a script that has blanks between its words


class Hit(NamedTuple):
    """Something found: its node, None for what the plan has no more, and where the words were.

    `excerpt` is the line of the description or note that has them, as its author wrote it.
    """

    item: str
    node: int | None
    fields: list[str]
    excerpt: str


class _Searched(NamedTuple):
    """One item's texts, by field, each with the same text made ready for searching."""

    item: str
    node: int | None
    texts: tuple[Sequence[str], ...]


def find(roadmap: Roadmap, query: str, notes: Iterable[Note], lang: str) -> list[Hit]:
    """Return what has all of the words, each somewhere, in any language; the best match first.

    The item whose id is `query` comes first. What has every word in its title comes before what has one of them in a note only. Excerpts are
    in `lang` where the text in that language has one of the words.
    """
    words = list(dict.fromkeys(query_words(query)))
    if not words:
        return []
    patterns = [(whole(word), beginning(word)) for word in words]
    typed = query.strip().lower()
    found = []
    for searched in _everything(roadmap, notes, lang):
        ready = [[f" {' '.join(words_of(text))} " for text in texts] for texts in searched.texts]
        ranks = _ranks(ready, patterns)
        if ranks:
            rank = (searched.item != typed, max(ranks), sum(ranks))
            fields = list(dict.fromkeys(FIELDS[index] for index in sorted(ranks)))
            excerpt = _excerpt(searched, max(ranks), words)
            found.append(
                (rank, Hit(item=searched.item, node=searched.node, fields=fields, excerpt=excerpt))
            )
    found.sort(key=lambda pair: pair[0])
    return [hit for _, hit in found]


def _everything(roadmap: Roadmap, notes: Iterable[Note], lang: str) -> Iterable[_Searched]:
    written: dict[str, list[str]] = {}
    nodes: dict[str, int | None] = {}
    for note in notes:
        written.setdefault(note.item, []).append(note.text)
        nodes[note.item] = note.node
    for node, item in enumerate(roadmap.ids.all()):
        yield _Searched(item, node, _texts(roadmap.record(node), item, written.get(item, []), lang))
    for item, texts in written.items():
        if nodes[item] is None:
            yield _Searched(item, None, ((), (), (item,), (), (), texts))


def _texts(record: Any, item: str, notes: list[str], lang: str) -> tuple[Sequence[str], ...]:
    titles = [*every(record.get("title"))]
    about = [record.get("about"), *record.get("goals", ()), *record.get("tips", ())]
    own = [choose(each, lang) for each in about if each]
    about = [*own, *(text for each in about for text in every(each) if text not in own)]
    return titles, titles, (item,), record.get("topics", ()), about, notes


def _ranks(ready: list[list[str]], patterns: list[tuple[str, str]]) -> list[int]:
    """Return the best field of each word; nothing where one of them is nowhere."""
    ranks = []
    for whole_word, begun in patterns:
        rank = _rank(ready, whole_word, begun)
        if rank == _NOWHERE:
            return []
        ranks.append(rank)
    return ranks


def _rank(ready: list[list[str]], whole_word: str, begun: str) -> int:
    """Return the best field that has a word: whole in a title, or the beginning of a word."""
    for index, texts in enumerate(ready):
        pattern = whole_word if index == TITLE else begun
        for text in texts:
            if pattern in text:
                return index
    return _NOWHERE


def _excerpt(searched: _Searched, index: int, words: list[str]) -> str:
    """Return the line of a description or note where a word was found."""
    if index < ABOUT:
        return ""
    for text in searched.texts[index]:
        for row in text.split("\n"):
            ready = f" {' '.join(words_of(row))} "
            if any(beginning(word) in ready for word in words):
                return _around(row.strip(), words)
    return ""


def _around(row: str, words: list[str]) -> str:
    """Return a long line from a little before the first of the words on, and from a whole word on."""
    found = [re.search(_pattern(word), row.lower()) for word in words]
    index = min((each.start() for each in found if each), default=0)
    start = index - _LEAD
    while 0 < start < index and _LETTER.match(row, start - 1) and _LETTER.match(row, start):
        start += 1
    return row if start <= 0 else "…" + row[start:].lstrip()


def _pattern(word: str) -> str:
    """Return what finds `word` where a word begins: "lora" is in LoRA, not in exploration."""
    return re.escape(word) if is_unspaced(word) else rf"(?<![a-z0-9]){re.escape(word)}"
