"""Styled lines as Textual shows them."""

from collections.abc import Iterable

from rich.text import Text

from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.terminal.drawing import STYLES
from llmroadmap.terminal.screen import Line, rows


def rich_text(lines: Iterable[Line], width: int) -> Text:
    """Return the lines on so many columns."""
    text = Text()
    for number, row in enumerate(rows(lines, width)):
        text.append("\n" if number else "")
        for piece in row:
            link = f" link {piece.url}" if piece.url and is_web_address(piece.url) else ""
            text.append(piece.text, f"{STYLES[piece.style]}{link}".strip() or None)
    return text
