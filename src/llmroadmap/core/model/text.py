"""Text in one or more languages: a plain string, or a string for each language."""

from collections.abc import Iterator

Text = str | dict[str, str]

FALLBACK = "en"


def choose(text: Text | None, lang: str) -> str:
    """Return `text` in `lang`; else in English; else in the first language it has; "" for None."""
    if text is None or isinstance(text, str):
        return text or ""
    return text.get(lang) or text.get(FALLBACK) or next(iter(text.values()), "")


def every(text: Text | None) -> Iterator[str]:
    """Yield the text in each of its languages."""
    if isinstance(text, str):
        yield text
    elif text:
        yield from text.values()
