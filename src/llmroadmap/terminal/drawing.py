"""Styled rows as what a terminal understands: its standard sequences, or whatever Rich finds.

Bold, dim and the eight colours have the same sequences in every terminal of the last decades, and
Rich writes the same ones; importing it takes as long as all the rest of a command. So it is asked
only about terminals that we do not know, and consoles of Windows, old ones of which know none.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from llmroadmap.core.model.addresses import is_web_address

# What a style means; colour is never the only sign of it.
STYLES = {
    "": "",
    "key": "bold",
    "title": "bold",
    "id": "cyan",
    "done": "green",
    "started": "yellow",
    "dim": "dim",
    "link": "blue",
    "error": "bold red",
    "warning": "yellow",
}
_CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
_FIRST_COLOUR = 30
# How the names of terminals begin that have these sequences.
_KNOWN = (
    *("xterm", "screen", "tmux", "linux", "rxvt", "vte", "gnome", "konsole", "alacritty", "kitty"),
    *("foot", "wezterm", "ghostty", "st-", "iterm", "contour", "mintty", "putty", "ansi"),
)


class Piece(NamedTuple):
    """A piece of a row: text that cannot steer a terminal, how it looks, where it leads."""

    text: str
    style: str = ""
    url: str = ""


Row = Sequence[Piece]


def draw(
    rows: Iterable[Row], stream: TextIO, environ: Mapping[str, str], width: int, colour: str
) -> str:
    """Return the rows for a terminal of this width; `colour`: always, never or auto."""
    if sys.platform == "win32" or not environ.get("TERM", "").startswith(_KNOWN):
        return _through_rich(rows, stream, environ, width, colour)
    has_colour = colour != "never" and not environ.get("NO_COLOR")
    codes = {name: _sequence(words, has_colour=has_colour) for name, words in STYLES.items()}
    return "".join(f"{''.join(_drawn(piece, codes) for piece in row)}\n" for row in rows)


def _sequence(words: str, *, has_colour: bool) -> str:
    codes = [_CODES[word] for word in words.split()]
    shown = [str(code) for code in codes if has_colour or code < _FIRST_COLOUR]
    return f"\x1b[{';'.join(shown)}m" if shown else ""


def _drawn(piece: Piece, codes: Mapping[str, str]) -> str:
    begin = codes[piece.style]
    text = f"{begin}{piece.text}\x1b[0m" if begin and piece.text else piece.text
    if text and is_web_address(piece.url):
        return f"\x1b]8;;{piece.url}\x1b\\{text}\x1b]8;;\x1b\\"
    return text


def _through_rich(
    rows: Iterable[Row], stream: TextIO, environ: Mapping[str, str], width: int, colour: str
) -> str:
    from rich.console import Console  # pays only where Rich draws
    from rich.text import Text

    settings: dict[str, Any] = {"no_color": True} if colour == "never" else {}
    console = Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        _environ=dict(environ),
        **settings,
    )
    output = Text("\n").join(_text(row, Text(end="")) for row in rows)
    with console.capture() as capture:
        console.print(output, soft_wrap=True)
    drawn: str = capture.get()
    return drawn


def _text(row: Row, text: Any) -> Any:
    for piece in row:
        link = f"link {piece.url}" if is_web_address(piece.url) else ""
        text.append(piece.text, f"{STYLES[piece.style]} {link}".strip() or None)
    return text
