"""Text out of a stranger's JSON, where anything may stand in the place of text."""

from llmroadmap.formats.markdown.links import usable_url
from llmroadmap.formats.plain_text import plain_text, shorten, shows_something

TITLE_LIMIT = 200
ABOUT_LIMIT = 400


def clean_line(value: object, limit: int = TITLE_LIMIT) -> str:
    """Return one line of visible text of at most `limit` characters; "" for what is none."""
    if not isinstance(value, str):
        return ""
    # What is cut off anyway need not be cleaned first: a label may be megabytes long.
    text = plain_text(value[: limit * 20])
    return shorten(text, limit) if shows_something(text) else ""


def clean_about(value: object) -> str:
    """Return a short description: whole sentences where they fit."""
    return clean_line(value, ABOUT_LIMIT)


def web_address(value: object) -> str | None:
    """Return an http or https address as a roadmap may keep it, or None."""
    return usable_url(value[:4000], None)[0] if isinstance(value, str) else None
