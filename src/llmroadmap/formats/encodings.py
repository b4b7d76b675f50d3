"""The text of a file's bytes, in whatever encoding people still save plans.

UTF-8 and what says so itself (a byte order mark) come first. Otherwise the encoding is the one in
which nearly all characters beyond ASCII are those that people write most in its script.
"""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from llmroadmap.formats.errors import PlanUnreadable

# The longest first: UTF-32's mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 20_000  # characters that decide
_ENOUGH = 0.85  # the share of expected characters
_RUNS = re.compile(r"[^\x00-\x7f]+")


def text_of(data: bytes) -> str:
    """Return the text of a file, its lines ended by line feeds alone.

    Raises PlanUnreadable with the line that is no text.
    """
    try:
        text = _decoded(data)
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PlanUnreadable("not-text", line=line) from error


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name)
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        name = _legacy(data)
        if not name:
            raise
        return data.decode(name)
    # A few Chinese words in GBK, 学习 among them, happen to be UTF-8 of letters that nobody writes.
    if _is_odd(text) and _legacy(data) == "gb18030":
        return data.decode("gb18030")
    return text


def _is_odd(text: str) -> bool:
    """Tell whether most of what is not ASCII are letters of no living language."""
    if len(text) > _LOOKED_AT:  # No such page is that long.
        return False
    letters = "".join(_RUNS.findall(text))
    odd = sum(0x180 <= ord(c) <= 0x36F or 0x3CF <= ord(c) <= 0x3FF or 0x460 <= ord(c) <= 0x52F
              for c in letters)  # fmt: skip
    return odd > len(letters) / 2


def _unmarked_utf16(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark: every other byte of ASCII in it is 0."""
    start = data[:4000]
    if len(start) < 4 or len(data) % 2:
        return ""
    for name, zeros, others in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        newlines = start[others::2].count(b"\n")
        if (
            start[zeros::2].count(0)
            > max(newlines, len(start) // 8)
            > 4 * start[others::2].count(0)
        ):
            return name
    return ""


class _Legacy(NamedTuple):
    """An encoding, and whether a character in it (and its bytes) is one that people write often."""

    name: str
    is_expected: Callable[[int, bytes], bool]


def _is_chinese(code: int, encoded: bytes) -> bool:
    # The first level of GB 2312: the 3,755 characters of daily use; and the signs.
    return len(encoded) == 2 and (0xB0 <= encoded[0] <= 0xD7 or encoded[0] <= 0xA3) and (
        encoded[1] >= 0xA1
    )  # fmt: skip


def _is_traditional(code: int, encoded: bytes) -> bool:
    return len(encoded) == 2 and 0xA1 <= encoded[0] <= 0xC6


def _is_japanese(code: int, encoded: bytes) -> bool:
    return 0x3000 <= code <= 0x30FF or (len(encoded) == 2 and 0x81 <= encoded[0] <= 0x97)


def _is_korean(code: int, encoded: bytes) -> bool:
    return 0xAC00 <= code <= 0xD7A3 or 0x3000 <= code <= 0x303F


def _is_cyrillic(code: int, encoded: bytes) -> bool:
    return 0x410 <= code <= 0x44F or code in (0x401, 0x451) or _is_sign(code)


def _is_western(code: int, encoded: bytes) -> bool:
    return 0xC0 <= code <= 0xFF or _is_sign(code)


def _is_sign(code: int) -> bool:
    return 0x2010 <= code <= 0x2026 or code in (0xA0, 0xA1, 0xAB, 0xB0, 0xB7, 0xBB, 0xBF, 0x20AC)


_LEGACY = (
    _Legacy("gb18030", _is_chinese),
    _Legacy("big5", _is_traditional),
    _Legacy("cp932", _is_japanese),
    _Legacy("cp949", _is_korean),
    _Legacy("cp1251", _is_cyrillic),
    _Legacy("cp1252", _is_western),
)


def _legacy(data: bytes) -> str:
    """Return the encoding in which the characters are the likeliest, "" for none."""
    scores = {each.name: _score(each, data) for each in _LEGACY}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH else ""


def _score(legacy: _Legacy, data: bytes) -> float:
    try:
        # A strict codec: one byte that cannot be means another encoding.
        text = data.decode(legacy.name)[:_LOOKED_AT]
    except UnicodeDecodeError:
        return 0
    runs = _RUNS.findall(text)
    characters = "".join(runs)
    if any(ord(char) < 0x20 and not char.isspace() for char in text):
        return 0
    expected = sum(legacy.is_expected(ord(c), c.encode(legacy.name)) for c in characters)
    return expected / len(characters) * _by_runs(legacy.name, text, runs)


def _by_runs(name: str, text: str, runs: list[str]) -> float:
    """Weigh how the characters stand together, which tells scripts apart whose bytes are alike."""
    characters = "".join(runs)
    if (
        name == "cp1252"
    ):  # Accents stand alone among plain letters; whole words of them are Russian.
        return 1 if max(map(len, runs)) <= 3 else 0.5
    if name == "cp1251":
        return 1 if max(map(len, runs)) >= 4 else 0.5
    if name == "cp932":  # No Japanese without kana.
        kana = sum("\u3040" <= char <= "\u30ff" for char in characters)
        return 1 if kana >= len(characters) / 5 else 0.3
    single = sum(len(run) == 1 for run in runs)
    alone = 0.5 if single > len(runs) / 2 else 1  # Characters of words stand together.
    if name == "gb18030":  # Korean syllables are the first half of these, in the order of pinyin.
        later = sum(char.encode(name)[0] >= 0xC9 for char in characters if char > "\u3400")
        return alone * (1 if later >= sum(char > "\u3400" for char in characters) / 8 else 0.9)
    if name == "cp949":
        return alone * 0.95
    return alone
