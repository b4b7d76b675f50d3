"""Plain mode, for screen readers and logs: one fact a line, no bars, words in place of signs.

Views make the same lines as ever. What their bars and columns would say by place alone they say in
words where `Screen.is_plain`; here the facts of a line are parted, and its signs are read aloud.
"""

import re
from collections.abc import Iterable, Iterator

from llmroadmap.locales import Texts
from llmroadmap.terminal.screen import Line, clean, line

# Stands between two facts in place of the language's sign: nothing that anybody writes.
APART = "\N{INVISIBLE SEPARATOR}"
_COUNTS = re.compile(r"(\d+)/(\d+)")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
# Signs that say a state, by the word for it; what only fills a place is left out.
_SIGNS = {
    "✓": "common.states.done",
    "▸": "common.states.started",
    "·": "common.states.open",
    "–": "common.states.skipped",
    "→": "list.next",
    "↻": "common.kinds.habit",
    "◆": "plain.has_proof",
    "+": "plain.folded",
    "★": "",
}
_ASCII_SIGNS = {"x": "✓", ">": "▸", ".": "·", "-": "–", "*": "↻"}


class PlainTexts(Texts):
    """The texts of a language, with facts parted by what `one_fact_a_line` parts lines at."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts.language)
        self._plain["common.between"] = APART


def one_fact_a_line(lines: Iterable[Line], t: Texts) -> Iterator[Line]:
    """Yield a line for each fact, without signs, columns or indentation."""
    for each in lines:
        text = "".join(clean(span.text) for span in each.spans)
        for number, fact in enumerate(text.split(APART)):
            words = fact.split()
            if words and number == 0:
                words = _read_aloud(words, t)
            said = " ".join(_in_words(word, t) for word in words)
            if said:
                yield line(said)


def _read_aloud(words: list[str], t: Texts) -> list[str]:
    """Return the words with the sign before them as a word; times of the day may precede it."""
    at = 1 if len(words) > 1 and re.fullmatch(r"\d\d:\d\d", words[0]) else 0
    sign = words[at]
    if at + 1 < len(words):
        sign = _ASCII_SIGNS.get(sign, sign)
    if sign not in _SIGNS or len(words) == at + 1:
        return words
    key = _SIGNS[sign]
    said = f"{t(key)}{t('common.colon').rstrip()}" if key else ""
    return [*words[:at], said, *words[at + 1 :]]


def _in_words(word: str, t: Texts) -> str:
    if found := _COUNTS.fullmatch(word):
        return t("plain.of", done=found[1], total=found[2])
    if found := _PERCENT.fullmatch(word):
        return t("plain.percent", n=found[1])
    return "" if word == "◆" else word
