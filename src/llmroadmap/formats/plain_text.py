"""One line of plain text out of whatever a plan holds: no controls, nothing invisible."""

import unicodedata

# Letters and symbols that Unicode calls visible but that show as nothing.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})


def plain_text(text: str) -> str:
    """Return `text` on one line, without control, format and unassigned characters."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(_shown(char) for char in text)
    return " ".join(text.split())


def shows_something(text: str) -> bool:
    """Tell whether a reader would see anything of `text`."""
    return any(not (char.isspace() or char in _BLANKS) for char in text)


def shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` characters, at a sentence or a word where there is one."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    for mark in (". ", "。", "! ", "? "):
        end = head.rfind(mark)
        if end > limit // 2:
            return head[: end + 1].rstrip()
    space = head.rfind(" ")
    return head[: space if space > limit // 2 else len(head)].rstrip(" ,;:-–—") + "…"


def is_emoji(char: str) -> bool:
    """Tell whether `char` is a pictograph or a part of one."""
    return unicodedata.category(char) in {"So", "Sk"} or char in "\ufe0e\ufe0f\u20e3"


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if char.isspace() or category in _SPACES:
        return " "
    return "" if category in _DROPPED else char
