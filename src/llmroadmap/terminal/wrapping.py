"""Breaks styled lines at the width of a terminal, between words and between Chinese characters.

Chinese has no spaces to break at: a line may end behind any character, but none may begin with a
closing sign or end with an opening one. A number keeps its unit, an address is never broken.
"""

from functools import cache
from itertools import groupby
from unicodedata import combining, east_asian_width

from llmroadmap.locales import words_of

_NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’…—·,.;:?!)]}%")
_NOT_LAST = frozenset("（《「『【〈“‘([{")
# Behind these, what is longer than a line is broken rather than anywhere: a path behind its folders.
_BREAKABLE = "/", "-._|,=&"
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")

# How a span holds together: not at all, on a line of its own if that has the room, always.
LOOSE, TOGETHER, UNBROKEN = range(3)

Tie = tuple[int, int, bool]  # from where to where no line breaks; whether it may be too wide
Piece = tuple[str, int]  # a stretch of text, and the number of the span that it belongs to


def cells(text: str) -> int:
    """Return how many terminal columns `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if character in _JOINERS or combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def hanging(hang: int, width: int) -> int:
    """Return how far the lines after the first are indented: never by more than half the width."""
    return hang if hang <= width // 2 else 2


def wrap(
    spans: list[str], width: int, hang: int, bonds: "list[int] | None" = None
) -> list[list[Piece]]:
    """Return the lines of the text that `spans` make up, each as pieces of spans.

    Lines after the first are `hanging(hang, width)` columns narrower: indenting them is the caller's.
    `bonds` has LOOSE, TOGETHER or UNBROKEN for each span.
    """
    text = "".join(spans)
    if cells(text) <= width:
        return [[(span, place) for place, span in enumerate(spans)]]
    rest = width - hanging(hang, width)
    ties = [*_addresses(text), *(_bound(spans, bonds, rest) if bonds else ())]
    return [_pieces(spans, start, stop) for start, stop in _cuts(text, width, rest, ties)]


def _addresses(text: str) -> list[Tie]:
    ties: list[Tie] = []
    start = text.find("http")
    while start >= 0:
        stop = start
        while stop < len(text) and text[stop] != " " and _columns(text[stop]) < 2:
            stop += 1
        if text.startswith(("://", "s://"), start + 4):
            ties.append((start, stop, True))
        start = text.find("http", stop)
    return ties


def _bound(spans: list[str], bonds: list[int], room: int) -> list[Tie]:
    """Return the spans that hold together: neighbours as one, or each by itself if they are too long."""
    ties: list[Tie] = []
    begin = 0
    for bond, group in groupby(zip(bonds, spans, strict=True), lambda pair: pair[0]):
        texts = [text for _, text in group]
        whole = "".join(texts)
        for text in [whole] if cells(whole.rstrip()) <= room else texts:
            if bond == UNBROKEN or (bond == TOGETHER and cells(text.rstrip()) <= room):
                ties.append((begin, begin + len(text), bond == UNBROKEN))
            begin += len(text)
    return ties


def _cuts(text: str, first: int, rest: int, ties: list[Tie]) -> list[tuple[int, int]]:
    """Return where each line begins and ends; blanks at a break belong to none."""
    cuts: list[tuple[int, int]] = []
    start, room = 0, first
    while start < len(text):
        stop = _line_end(text, start, room, ties)
        end = stop
        while end > start and text[end - 1] == " ":
            end -= 1
        cuts.append((start, end))
        start, room = stop, rest
        while start < len(text) and text[start] == " ":
            start += 1
    return cuts


def _line_end(text: str, start: int, room: int, ties: list[Tie]) -> int:
    used, place, good = 0, start, 0
    least = _least(text, start)
    while place < len(text):
        used += _columns(text[place])
        if used > room and text[place] != " ":
            return good or _forced(text, start, max(place, start + 1), ties)
        place += 1
        # What does not fit by now is blanks, which a line may lose at its end.
        if place > least and _may_break(text, place) and not _tied(place, ties):
            good = place
    return len(text)


def _least(text: str, start: int) -> int:
    """Return what a line has at least: its indentation and, if one leads it, the sign."""
    place = start
    while place < len(text) and text[place] == " ":
        place += 1
    if place + 1 < len(text) and text[place + 1] == " " and not text[place].isalnum():
        place += 1
        while place < len(text) and text[place] == " ":
            place += 1
    return place


def _forced(text: str, start: int, place: int, ties: list[Tie]) -> int:
    """Return where to break what is longer than a line: `place` is where the line is full."""
    for begin, end, is_whole in ties:
        if is_whole and begin < place < end:
            place = end
            while place < len(text) and not (_may_break(text, place) and not _tied(place, ties)):
                place += 1
            return place
    for signs in _BREAKABLE:
        for sooner in range(place, start + (place - start) // 2, -1):
            if text[sooner - 1] in signs and text[sooner] not in _NOT_FIRST:
                return sooner
    return place


def _tied(place: int, ties: list[Tie]) -> bool:
    return any(begin < place < end for begin, end, _ in ties)


def _may_break(text: str, place: int) -> bool:
    """Tell whether a line may end before the character at `place`."""
    if place >= len(text):
        return False
    before, after = text[place - 1], text[place]
    if after == " " or after in _NOT_FIRST:
        return False
    if before == " ":
        return not (text[place - 2 : place - 1].isdigit() and _is_unit(text, place))
    if before in _NOT_LAST:
        return False
    if after in _JOINERS or combining(after) or before == "\u200d":
        return False
    if before.isdigit() and _is_unit(text, place):
        return False
    if before + after in _units() and text[max(place - 3, 0) : place - 1].rstrip()[-1:].isdigit():
        return False
    return _columns(before) == 2 or _columns(after) == 2


@cache
def _units() -> tuple[str, ...]:
    """Return what stays on the line of the number before it."""
    return (*words_of("units"), "kB", "MB", "GB")


def _is_unit(text: str, place: int) -> bool:
    return text.startswith(_units(), place) or text[place:] == "h"


def _pieces(spans: list[str], start: int, stop: int) -> list[Piece]:
    pieces: list[Piece] = []
    begin = 0
    for place, span in enumerate(spans):
        piece = span[max(start - begin, 0) : max(stop - begin, 0)]
        if piece:
            pieces.append((piece, place))
        begin += len(span)
    return pieces
