"""What the pictures share: how wide a text is without asking a browser, and shapes.

GitHub shows an SVG in a README only without scripts, style elements, foreign objects and anything
from outside; so every look is an attribute here, and fonts are those of whoever looks.
"""

from html import escape
from unicodedata import east_asian_width

FONTS = "system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
# Fonts differ: what is cut by this is cut rather too early than too late.
_WIDEST, _BOLD = 1.08, 1.22
_NARROW, _BROAD = "iljtfr.,:;'|!()[]·-", "mwMW@%"


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in a font of that size, in the same unit."""
    return size * sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 1.0
    if sign in _NARROW:
        return 0.33
    if sign in _BROAD:
        return 0.9
    return 0.66 if sign.isupper() else 0.56


def cut(text: str, size: float, room: float, *, is_bold: bool = False) -> str:
    """Return a text that fits into so much room, with a sign where it was cut."""
    room /= _BOLD if is_bold else _WIDEST
    if width_of(text, size) <= room:
        return text
    while text and width_of(text, size) + size * 0.9 > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def words(x: float, y: float, text: str, size: float, fill: str, more: str = "") -> str:
    """Return a text element."""
    look = f'font-size="{size:g}" fill="{fill}"{more}'
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(text)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str, round: float = 0) -> str:
    """Return a rectangle."""
    corner = f' rx="{round:g}"' if round else ""
    size = f'width="{width:.4g}" height="{height:.4g}"'
    return f'<rect x="{x:g}" y="{y:g}" {size}{corner} fill="{fill}"/>'
