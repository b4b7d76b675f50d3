"""The roadmap that `new` starts with."""

from unicodedata import east_asian_width

from llmroadmap.formats.item_ids import slug

# Comments behind what they explain; written, they stand below one another.
_COMMENT = "  # "


def template_id(name: str) -> str:
    """Return the id that a roadmap of this name begins with."""
    return slug(name) or "my-plan"


def aligned(text: str) -> str:
    """Return a roadmap with its comments below one another."""
    rows = [row.partition(_COMMENT) for row in text.split("\n")]
    column = max(_columns(before) for before, comment, _ in rows if comment)
    return "\n".join(
        before + " " * (column - _columns(before)) * bool(comment) + comment + after
        for before, comment, after in rows
    )


def _columns(text: str) -> int:
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)
