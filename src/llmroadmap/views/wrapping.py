"""Breaks styled lines at the width of a terminal, between words and between Chinese characters.

Chinese has no spaces to break at: a line may end behind any character, but none may begin with a
closing sign or end with an opening one.
"""

from unicodedata import combining, east_asian_width

_NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’…—·,.;:?!)]}%")
_NOT_LAST = frozenset("（《「『【〈“‘([{")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")

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


def hanging(width: int, hang: int) -> int:
    """Return how far lines after the first are indented: little where that takes too much."""
    return 2 if hang > width * 3 // 5 else hang


def wrap(spans: list[str], width: int, hang: int) -> list[list[Piece]]:
    """Return the lines of the text that `spans` make up, each as pieces of spans.

    Lines after the first are `hang` columns narrower: indenting them is the caller's.
    """
    text = "".join(spans)
    if cells(text) <= width:
        return [[(span, place) for place, span in enumerate(spans)]]
    cuts = _cuts(text, width, width - hanging(width, hang))
    return [_pieces(spans, start, stop) for start, stop in cuts]


def _cuts(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Return where each line begins and ends; blanks at a break belong to none."""
    cuts: list[tuple[int, int]] = []
    start, room = 0, first
    while start < len(text):
        stop = _line_end(text, start, room)
        end = stop
        while end > start and text[end - 1] == " ":
            end -= 1
        cuts.append((start, end))
        start, room = stop, rest
        while start < len(text) and text[start] == " ":
            start += 1
    return cuts


def _line_end(text: str, start: int, room: int) -> int:
    used, place, good = 0, start, 0
    while place < len(text):
        used += _columns(text[place])
        if used > room and text[place] != " ":
            return good or max(place, start + 1)
        place += 1
        # What does not fit by now is blanks, which a line may lose at its end.
        if place < len(text) and _may_break(text[place - 1], text[place]):
            good = place
    return len(text)


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST:
        return False
    if before == " ":
        return True
    if before in _NOT_LAST:
        return False
    if after in _JOINERS or combining(after) or before == "\u200d":
        return False
    return _columns(before) == 2 or _columns(after) == 2


def _pieces(spans: list[str], start: int, stop: int) -> list[Piece]:
    pieces: list[Piece] = []
    begin = 0
    for place, span in enumerate(spans):
        piece = span[max(start - begin, 0) : max(stop - begin, 0)]
        if piece:
            pieces.append((piece, place))
        begin += len(span)
    return pieces
