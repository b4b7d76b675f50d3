"""Org mode: headlines with TODO states, efforts and the day that something was closed.

https://orgmode.org/worg/org-syntax.html
"""

import re
from collections.abc import Iterator
from datetime import date

from llmroadmap.core.days import iso
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, entries, on_a_line

_STATES = {"open": "TODO", "started": "STRT", "done": "DONE", "skipped": "SKIP"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# What would be a state, a priority or tags where it stands; a space of no width parts it from that.
_STATE_WORD = re.compile(r"^(TODO|STRT|DONE|SKIP|COMMENT|\[#)")
_TAGS = re.compile(r"(:[\w@#%:]+:)$")
# In brackets, Org takes these for its own escapes of former times.
_OLD_ESCAPES = re.compile("%(?:20|25|5B|5D)", re.IGNORECASE)
_ZERO = "\u200b"


def write(material: Material) -> str:
    """Return the outline."""
    roadmap = material.roadmap
    lines = [
        f"#+TITLE: {on_a_line(roadmap.title(material.lang))}",
        f"#+LANGUAGE: {material.lang}",
        "#+TODO: TODO STRT | DONE SKIP",
        f"#+PROPERTY: LLMROADMAP {roadmap.id}",
        "",
    ]
    for entry in entries(material):
        lines += _headline(entry, material)
    return "\n".join(lines).rstrip("\n") + "\n"


def _headline(entry: Entry, material: Material) -> Iterator[str]:
    words = [_STATES[entry.state]] if entry.is_step else []
    title = _TAGS.sub(rf"{_ZERO}\1", _STATE_WORD.sub(rf"{_ZERO}\1", entry.title))
    if entry.url:
        title = _linked(title, entry.url)
    yield f"{'*' * (entry.depth + 1)} {' '.join([*words, title])}"
    if entry.finished:
        yield f"CLOSED: {_day(entry.finished)}"
    yield ":PROPERTIES:"
    yield f":CUSTOM_ID: {entry.id}"
    if entry.is_step and entry.minutes:
        yield f":EFFORT: {entry.minutes // 60}:{entry.minutes % 60:02}"
    yield ":END:"
    if material.choices.notes:
        yield from _own_words(entry)


def _linked(title: str, url: str) -> str:
    if _OLD_ESCAPES.search(url):
        return f"{title} <{url}>"
    inside = title.replace("[", "(").replace("]", ")")
    address = url.replace("[", "\\[").replace("]", "\\]")
    return f"[[{address}][{inside}]]"


def _day(day: str) -> str:
    return f"[{day} {_DAYS[date.fromisoformat(day).weekday()]}]"


def _own_words(entry: Entry) -> Iterator[str]:
    for note in entry.notes:
        yield f"#+begin_example {iso(note.day)}"
        # A comma keeps Org from reading the line.
        for line in note.text.splitlines():
            yield f",{line}" if line.startswith(("*", "#+", ",*", ",#+")) else line
        yield "#+end_example"
    yield from (f"- [[{proof}]]" for proof in entry.proofs)
