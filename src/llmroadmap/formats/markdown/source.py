"""Markdown text made fit for the parser: bytes that hide structure, front matter, open fences.

Every line stays where it is, so that line numbers are those of the file.
"""

import re
from dataclasses import dataclass, field

from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.markdown.blocks import Ignored

LARGEST = 8_000_000

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_ODD_INDENT = re.compile(r"^[ \t\u00a0\u2000-\u200a\u202f\u3000]+", re.MULTILINE)
_ODD_GAP = re.compile(
    r"^([ \t]*(?:[-*+]|\d{1,9}[.)]))[\u00a0\u2000-\u200a\u202f\u3000]+", re.MULTILINE
)
_GLUED_BOX = re.compile(r"^([ \t]*[-*+])(?=\[[ xX]\](?![(\[:]))", re.MULTILINE)
_QUOTES = re.compile(r"^((?:[ \t]{0,3}>){5})(?:[ \t]{0,3}>)+", re.MULTILINE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_KEY = re.compile(r"^[\w-]+\s*:(\s|$)")
_TITLE = re.compile(r"^title\s*:\s*(.+?)\s*$", re.IGNORECASE)
_LONGEST_FRONT_MATTER = 500


@dataclass(slots=True)
class Source:
    """Lines ready to parse, with the front matter's title and what was passed over."""

    lines: list[str]
    title: str = ""
    ignored: list[Ignored] = field(default_factory=list)


def prepare(text: str) -> Source:
    """Return the lines of a Markdown file; PlanUnreadable if it is too large or is not text."""
    if len(text) > LARGEST:
        raise PlanUnreadable("too-large", detail=str(LARGEST))
    if len(_CONTROLS.findall(text[:100_000])) > 20 + len(text[:100_000]) // 20:
        raise PlanUnreadable("not-text")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", text).replace("\v", " ").replace("\f", " ")
    text = _ODD_INDENT.sub(_spaces, text)
    text = _ODD_GAP.sub(r"\1 ", text)
    text = _GLUED_BOX.sub(r"\1 ", text)
    source = Source(_QUOTES.sub(r"\1", text).split("\n"))
    _take_front_matter(source)
    return source


def _spaces(indent: re.Match[str]) -> str:
    return "".join(
        char if char in " \t" else "  " if char == "\u3000" else " " for char in indent.group()
    )


def _take_front_matter(source: Source) -> None:
    """Blank the front matter, which is YAML by custom only, and keep a plain title from it."""
    lines = source.lines
    if lines[0].rstrip() != "---":
        return
    inside = next((line for line in lines[1:_LONGEST_FRONT_MATTER] if line.strip()), "")
    ends = (n for n, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], 1) if line.rstrip() in _ENDS)
    end = next(ends, 0)
    if not end or not (_KEY.match(inside) or inside.strip() in _ENDS):
        return
    for line in lines[1:end]:
        found = _TITLE.match(line)
        if found and not source.title and found[1][0] not in "[{|>&*!%@`":
            source.title = found[1].strip("\"'")
    source.ignored.append(Ignored("front-matter", 1))
    lines[: end + 1] = [""] * (end + 1)


_ENDS = frozenset({"---", "..."})
