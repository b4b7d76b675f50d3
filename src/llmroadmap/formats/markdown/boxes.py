"""Task boxes and what people write for them."""

import re

# Obsidian's and others' marks: a step all the same, neither ticked nor plainly open.
_OTHER_MARKS = "/->?!~*<+i"
# The second pair is Cyrillic.
_DONE_MARKS = "xXхХ✓✔✅☑vV"
_BOX = re.compile(
    rf"\[[ \t\u00a0\u3000]*([{_DONE_MARKS}{re.escape(_OTHER_MARKS)}]?)\ufe0f?[ \t\u00a0\u3000]*\]"
    r"(?![(\[:])(?=\s|$|[^\sA-Za-z0-9]|(?<=[ \[\u3000\u00a0]\])\S)"
)
_BALLOT = re.compile(r"([☐⬜🔲☑🗹✅])\ufe0f?(?=\s|$)")
_EMPTY_BALLOTS = "☐⬜🔲"


def take_box(text: str) -> tuple[str, str, str]:
    """Return what the box at the start of `text` says (open, done or nothing), its mark, the rest.

    The mark is a sign that some programs give a meaning, or a ballot character without a box.
    """
    found = _BOX.match(text)
    if found:
        mark = found[1]
        says = "done" if mark and mark in _DONE_MARKS else "open"
        return says, mark if mark in _OTHER_MARKS else "", text[found.end() :].lstrip()
    ballot = _BALLOT.match(text)
    if ballot:
        return "", ballot[1], text[ballot.end() :].lstrip()
    return "", "", text


def ballot_box(mark: str) -> str:
    """Return what a ballot character at the start of an item says where it is used as a box."""
    return "open" if mark in _EMPTY_BALLOTS else "done"


def is_empty_ballot(mark: str) -> bool:
    """Tell whether `mark` is a ballot character that stands for an open step."""
    return bool(mark) and mark in _EMPTY_BALLOTS
