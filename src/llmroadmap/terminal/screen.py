"""Prints styled lines: drawn for a terminal, as plain text anywhere else.

A view makes lines; it knows neither colours nor whether anybody looks. Whatever a roadmap or a
progress file holds reaches the terminal as text only: control characters are shown, not sent.
"""

import os
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from llmroadmap.core.records import NamedTuple
from llmroadmap.terminal.wrapping import Break, display_width, hanging, wrap

if TYPE_CHECKING:
    from llmroadmap.terminal.drawing import Piece


class Span(typing.NamedTuple):  # thousands are made
    """A piece of a line. `url` makes it a link where the terminal knows links; `breaks`: see wrapping."""

    text: str
    style: str = ""
    url: str = ""
    breaks: int = Break.ALLOWED


class Line(NamedTuple):
    """A line of spans; `hanging_indent` is how many columns its continuation lines are indented.

    A negative `hanging_indent` leaves the breaking to the terminal, so that an address is copied whole.
    """

    spans: tuple[Span, ...]
    hanging_indent: int = 0


def line(*spans: "str | Span | tuple[str, str]", hanging_indent: int | None = None) -> Line:
    """Return a line of strings, (text, style) pairs and spans.

    What does not fit goes on two columns further in than the line begins, if `hanging_indent` says nothing else.
    """
    made = tuple([span if isinstance(span, Span) else _span(span) for span in spans])
    return Line(made, _indent(made) + 2 if hanging_indent is None else hanging_indent)


def _span(words: str | tuple[str, str]) -> Span:
    return Span(text=words) if isinstance(words, str) else Span(text=words[0], style=words[1])


def _indent(spans: tuple[Span, ...]) -> int:
    spaces = 0
    for span in spans:
        word = span.text.lstrip(" ")
        spaces += len(span.text) - len(word)
        if word:
            break
    return spaces


BLANK = line()
WHOLE = -1
# The indent of a line of a file: written as it is to where nobody looks, with its tabs and its end.
EXACT = -2

# Control characters, and those that turn the direction of text or hide in it: shown as what they
# are. Joiners inside emoji and Indic words stay.
_HIDDEN = [*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F]
_HIDDEN += [*range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_SHOWN: dict[int, str] = {}


def clean(text: str) -> str:
    """Return `text` with every character that could steer a terminal shown as an escape."""
    if text.isprintable():
        return text
    if not _SHOWN:
        _SHOWN.update({code: _escape(code) for code in _HIDDEN})
    return text.translate(_SHOWN)


def _escape(code: int) -> str:
    if chr(code) in "\n\t":
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


# What LLMROADMAP_PLAIN says where plain mode is off; columns of a line that nothing breaks or cuts.
_OFF = "", "0", "off", "no", "false"
_UNBROKEN = 1000


class Screen:
    """Where results are shown: how wide it is, whether it is a terminal, which signs it can show."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str], colour: str = "auto") -> None:
        self.stream = stream
        self.environ = environ
        self._colour = colour
        self.is_terminal = _isatty(stream)
        self.is_unicode = "utf" in (getattr(stream, "encoding", "") or "").lower()
        # The items of a list that is made for a terminal, as it is numbered; None: no list.
        self.numbered: list[str] | None = None

    def begin_list(self) -> None:
        """Count the entries of a list from 1, if somebody looks who can type their numbers."""
        self.numbered = [] if self.is_terminal else None

    def number(self, item: str) -> tuple[str, str]:
        """Return what to show behind the next entry of a list: the name to type for it, quietly."""
        if self.numbered is None:
            return "", ""
        self.numbered.append(item)
        return f"  @{len(self.numbered)}", "dim"

    @property
    def width(self) -> int:
        """Return the columns of the terminal; elsewhere 80, which nothing is cut to."""
        if self.is_plain:
            return _UNBROKEN
        if not self.is_terminal:
            return 80
        columns = self.environ.get("COLUMNS", "")[:5]
        if columns.isascii() and columns.isdigit() and int(columns) > 0:
            return max(int(columns), 20)
        try:
            return max(os.get_terminal_size(self.stream.fileno()).columns or 80, 20)
        except (OSError, ValueError):
            return 80

    @property
    def is_plain(self) -> bool:
        """Tell whether plain mode is on: no bars, no columns, nothing said by its place alone."""
        return self.environ.get("LLMROADMAP_PLAIN", "").strip().lower() not in _OFF

    @property
    def height(self) -> int:
        """Return the rows of the terminal, 0 where nobody knows."""
        try:
            return os.get_terminal_size(self.stream.fileno()).lines
        except (OSError, ValueError):
            return 0

    def print(self, lines: Iterable[Line]) -> None:
        """Print the lines."""
        if (self.is_terminal or self._colour == "always") and not self.is_plain:
            self.write(self.drawn(lines))
        else:
            text = "".join(f"{_piped(each)}\n" for each in lines)
            self.write(text)

    def write(self, text: str) -> None:
        """Write plain text; what the stream cannot encode is replaced, never a traceback."""
        try:
            self.stream.write(text)
        except UnicodeEncodeError:
            encoding = self.stream.encoding or "ascii"
            text = "".join(
                each if can_encode(each, encoding) else _ascii_fallback(each) for each in text
            )
            self.stream.write(text.encode(encoding, "replace").decode(encoding))

    def drawn(self, lines: Iterable[Line]) -> str:
        """Return the lines as this terminal is to be sent them."""
        from llmroadmap.terminal.drawing import draw  # only for who looks

        width = self.width
        return draw(rows(lines, width), self.stream, self.environ, width, self._colour)


def rows(lines: Iterable[Line], width: int) -> "list[list[Piece]]":
    """Return the lines broken into rows of so many columns, as a terminal would show them."""
    return [row for each in lines for row in _rows(each, width)]


# What stands for a sign that a stream cannot encode; anything else becomes a question mark.
_ASCII_FALLBACKS: dict[str, str] = {
    "·": "-", "›": ">", "…": "...", "⋯": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-",
    "—": "-", "→": "->", "↻": "*", "•": "*", "▸": ">", "✓": "x", "━": "#", "─": "-", "×": "x",
}  # fmt: skip


def _ascii_fallback(sign: str) -> str:
    return _ASCII_FALLBACKS.get(sign, "?")


def can_encode(text: str, encoding: str) -> bool:
    """Tell whether a stream of this encoding can show `text`."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _piped(each: Line) -> str:
    if each.hanging_indent == EXACT:
        return "".join(span.text for span in each.spans)
    return plain(each)


def plain(each: Line) -> str:
    """Return the line as text."""
    return clean("".join([span.text for span in each.spans])).rstrip()


def _rows(each: Line, width: int) -> "Iterator[list[Piece]]":
    """Yield what the line comes to on a terminal of this width, without blanks at the ends."""
    from llmroadmap.terminal.drawing import Piece

    spans = each.spans
    words = [clean(span.text) for span in spans]
    if each.hanging_indent in (WHOLE, EXACT):
        rows = [[(word, index) for index, word in enumerate(words)]]
    else:
        rows = wrap(words, width, each.hanging_indent, [span.breaks for span in spans])
    indent = " " * hanging(each.hanging_indent, width)
    for number, parts in enumerate(rows):
        row = [Piece(indent if number else "")]
        row += [Piece(text, spans[index].style, spans[index].url) for text, index in parts]
        while row and not row[-1].text.rstrip():
            row.pop()
        if row:
            row[-1] = row[-1]._replace(text=row[-1].text.rstrip())
        yield row


def _isatty(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def pad(text: str, width: int) -> str:
    """Return `text` with spaces behind it up to `width` columns."""
    return text + " " * max(width - display_width(text), 0)


def truncate(text: str, width: int) -> str:
    """Return `text` cut to `width` columns, with a sign where it was cut."""
    text = clean(text)
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"
