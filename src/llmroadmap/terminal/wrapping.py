"""Breaks styled lines at the width of a terminal, between words and between Chinese characters.

Chinese has no spaces to break at: a line may end behind any character, but none may begin with a
closing sign or end with an opening one. A number keeps its unit, an address is never broken.
"""

from functools import cache
from itertools import groupby
from unicodedata import combining, east_asian_width

from llmroadmap.locales import words_of

_NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’…—·,.;:?!)]}%")
_EMPTY_BAR = "··"  # what is left of a bar may begin a line, as its filled part does
_NOT_LAST = frozenset("（《「『【〈“‘([{")
# Behind these, what is longer than a line is broken rather than anywhere: a path behind its folders.
_BREAKABLE = "/", "-._|,=&"
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


# How a span holds together: not at all, on a line of its own if that has the room, always.
class Break:
    """Whether a line may end inside a span: anywhere, only if the span is too long, or never."""

    ALLOWED, AVOIDED, NEVER = range(3)


SpanRange = tuple[int, int, bool]  # from where to where no line breaks; whether it may be too wide
Piece = tuple[str, int]  # a stretch of text, and the number of the span that it belongs to


def display_width(text: str) -> int:
    """Return how many terminal columns `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns_at(text, index, 0) for index in range(len(text)))


def _columns_at(text: str, index: int, start: int) -> int:
    """Return the columns that a character adds to a line which begins at `start`.

    A sign with U+FE0F behind it is drawn as a wide one; what is joined to it by U+200D, and the tone
    of a skin, take no room of their own.
    """
    character = text[index]
    if index == start or character.isascii():
        return _columns(character)
    before = text[index - 1]
    if character == "\ufe0f":
        return int(_columns(before) == 1 and not before.isascii())
    if before == "\u200d" or (character in _SKIN_TONES and _columns(before)):
        return 0
    return _columns(character)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if character in _JOINERS or combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def hanging(hanging_indent: int, width: int) -> int:
    """Return how far the lines after the first are indented: never by more than half the width."""
    return hanging_indent if hanging_indent <= width // 2 else 2


def wrap(
    spans: list[str], width: int, hanging_indent: int, breaks: "list[int] | None" = None
) -> list[list[Piece]]:
    """Return the lines of the text that `spans` make up, each as pieces of spans.

    Lines after the first are `hanging(hanging_indent, width)` columns narrower: indenting them is the caller's.
    `breaks` has LOOSE, TOGETHER or UNBROKEN for each span.
    """
    text = "".join(spans)
    if display_width(text) <= width:
        return [[(span, index) for index, span in enumerate(spans)]]
    rest = width - hanging(hanging_indent, width)
    ranges = [*_addresses(text), *(_unbroken_ranges(spans, breaks, rest) if breaks else ())]
    return [_pieces(spans, start, stop) for start, stop in _cuts(text, width, rest, ranges)]


def _addresses(text: str) -> list[SpanRange]:
    ranges: list[SpanRange] = []
    start = text.find("http")
    while start >= 0:
        stop = start
        while stop < len(text) and text[stop] != " " and _columns(text[stop]) < 2:
            stop += 1
        if text.startswith(("://", "s://"), start + 4):
            ranges.append((start, stop, True))
        start = text.find("http", stop)
    return ranges


def _unbroken_ranges(spans: list[str], breaks: list[int], room: int) -> list[SpanRange]:
    """Return the spans that hold together: neighbours as one, or each by itself if they are too long."""
    ranges: list[SpanRange] = []
    begin = 0
    for rule, group in groupby(zip(breaks, spans, strict=True), lambda pair: pair[0]):
        texts = [text for _, text in group]
        whole = "".join(texts)
        for text in [whole] if display_width(whole.rstrip()) <= room else texts:
            if rule == Break.NEVER or (
                rule == Break.AVOIDED and display_width(text.rstrip()) <= room
            ):
                ranges.append((begin, begin + len(text), rule == Break.NEVER))
            begin += len(text)
    return ranges


def _cuts(text: str, first: int, rest: int, ranges: list[SpanRange]) -> list[tuple[int, int]]:
    """Return where each line begins and ends; blanks and a dot at a break belong to none."""
    cuts: list[tuple[int, int]] = []
    start, room = 0, first
    while start < len(text):
        stop = _line_end(text, start, room, ranges)
        end = _trimmed(text, start, stop)
        if stop < len(text) and text[start:end].endswith(" ·"):  # it separates nothing here
            end = _trimmed(text, start, end - 1)
        cuts.append((start, end))
        start, room = stop, rest
        while start < len(text) and text[start] == " ":
            start += 1
    return cuts


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where the line ends without the blanks at its end."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _line_end(text: str, start: int, room: int, ranges: list[SpanRange]) -> int:
    used, index, good = 0, start, 0
    least = _least(text, start)
    while index < len(text):
        used += _columns_at(text, index, start)
        if used > room and text[index] != " ":
            return good or _forced(text, start, max(index, start + 1), ranges)
        index += 1
        # What does not fit by now is blanks, which a line may lose at its end.
        if index > least and _may_break(text, index) and not _is_inside(index, ranges):
            good = index
    return len(text)


def _least(text: str, start: int) -> int:
    """Return what a line has at least: its indentation and, if one leads it, the sign."""
    index = start
    while index < len(text) and text[index] == " ":
        index += 1
    if index + 1 < len(text) and text[index + 1] == " " and not text[index].isalnum():
        index += 1
        while index < len(text) and text[index] == " ":
            index += 1
    return index


def _forced(text: str, start: int, index: int, ranges: list[SpanRange]) -> int:
    """Return where to break what is longer than a line: `index` is where the line is full."""
    for begin, end, is_whole in ranges:
        if is_whole and begin < index < end:
            index = end
            while index < len(text) and not (
                _may_break(text, index) and not _is_inside(index, ranges)
            ):
                index += 1
            return index
    for signs in _BREAKABLE:
        for sooner in range(index, start + (index - start) // 2, -1):
            if text[sooner - 1] in signs and text[sooner] not in _NOT_FIRST:
                return sooner
    whole = index
    while whole > start + 1 and _is_joined(text, whole):
        whole -= 1
    return index if _is_joined(text, whole) else whole


def _is_joined(text: str, index: int) -> bool:
    """Tell whether the character at `index` is part of the sign before it."""
    after = text[index]
    return (
        after in _JOINERS
        or after in _SKIN_TONES
        or bool(combining(after))
        or text[index - 1] == "\u200d"
    )


def _is_inside(index: int, ranges: list[SpanRange]) -> bool:
    return any(begin < index < end for begin, end, _ in ranges)


def _may_break(text: str, index: int) -> bool:
    """Tell whether a line may end before the character at `index`."""
    if index >= len(text):
        return False
    before, after = text[index - 1], text[index]
    if after == " " or (after in _NOT_FIRST and not text.startswith(_EMPTY_BAR, index)):
        return False
    if before == " ":
        return not (text[index - 2 : index - 1].isdigit() and _is_unit(text, index))
    if before in _NOT_LAST:
        return False
    if _is_joined(text, index):
        return False
    if before.isdigit() and _is_unit(text, index):
        return False
    if before + after in _units() and text[max(index - 3, 0) : index - 1].rstrip()[-1:].isdigit():
        return False
    return _columns(before) == 2 or _columns(after) == 2


@cache
def _units() -> tuple[str, ...]:
    """Return what stays on the line of the number before it."""
    return (*words_of("units"), "kB", "MB", "GB")


def _is_unit(text: str, index: int) -> bool:
    return text.startswith(_units(), index) or text[index:] == "h"


def _pieces(spans: list[str], start: int, stop: int) -> list[Piece]:
    pieces: list[Piece] = []
    begin = 0
    for index, span in enumerate(spans):
        piece = span[max(start - begin, 0) : max(stop - begin, 0)]
        if piece:
            pieces.append((piece, index))
        begin += len(span)
    return pieces
