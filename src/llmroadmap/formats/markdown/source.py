"""Markdown text made fit for the parser: bytes that hide structure, front matter, open fences.

Every line stays where it is, so that line numbers are those of the file.
"""

import re
from dataclasses import dataclass, field

from llmroadmap.formats.counting import count_of
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
_TITLE = re.compile(r"^(title|name)\s*:\s*(.+?)\s*$", re.IGNORECASE)
# What site generators and vaults hide from the reader.
_HIDDEN = (
    ("comments", re.compile(r"\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}")),
    ("comments", re.compile(r"%%[^%\n]{1,500}%%")),
    ("comments", re.compile(r"^%%[ \t]*$[\s\S]*?^%%[ \t]*$", re.MULTILINE)),
)
# What HackMD and other editors read and do not show as it stands.
_TAGS_LINE = ("front-matter", re.compile(r"^#{5,6}[ \t]*tags:.*$", re.MULTILINE))
_CONTENTS_MARK = re.compile(
    r"^[ \t]*(?:\[\[?toc\]?\]|\{:?toc\}|@\[toc\].*|\[\[_toc_\]\])[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LIQUID = re.compile(r"^[ \t]*\{%[^{}\n]{0,200}%\}[ \t]*$", re.MULTILINE)
# "1.2 The cell ........ 15": how contents stand in a book.
_LEADER = re.compile(
    r"(?<=\S)[ \t]*(?:\.{3,}|…{2,}|(?:\. ){3,}|·{3,}|_{4,})[ \t.]*\d{1,4}[ \t]*$", re.MULTILINE
)
_LEADERS = ("...", "……", ". . .", "···", "____")
_LONGEST_ENTRY = 300
_DEEP_NUMBER = re.compile(r"^[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t]+(?=[^\W\d_])", re.MULTILINE
)
_LEAST_NUMBERS, _MOST_NUMBERS = 2, 5_000
_DOT = "\\."
# A line that begins a part right below a list, and would be read as the end of its last item.
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+\S|[ \t]{2,}\S")
_PART = re.compile(r"[^\W_\d]|第|\d+\s*(?:주차|일차|か月目|週目|日目)")
_LONGEST_PART = 60
_MOST_COMMENTS = 1_000
_LONGEST_FRONT_MATTER = 500


@dataclass(slots=True)
class Source:
    """Lines ready to parse, with the front matter's title and what was passed over."""

    lines: list[str]
    title: str = ""
    ignored: list[Ignored] = field(default_factory=list)


def prepare(text: str, *, exactly: bool = False) -> Source:
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
    if not exactly:
        text = _with_parts(_with_contents(text))
    hidden: list[Ignored] = []
    text = text if exactly else _without_hidden(text, hidden)
    source = Source(_QUOTES.sub(r"\1", text).split("\n"), ignored=hidden)
    _take_front_matter(source)
    return source


def _with_contents(text: str) -> str:
    """Make a book's contents a list: its page numbers say nothing, its own numbers how deep it is."""
    if any(sign in text for sign in _LEADERS):
        text = "\n".join(map(_without_page_number, text.split("\n")))
    deep = sum(1 for _ in _DEEP_NUMBER.finditer(text))
    if not _LEAST_NUMBERS <= deep <= _MOST_NUMBERS:
        return text
    return _NUMBERED.sub(_bullet, text)


def _without_page_number(line: str) -> str:
    is_short = len(line) <= _LONGEST_ENTRY
    return _LEADER.sub("", line) if is_short and line.rstrip()[-1:].isdecimal() else line


def _bullet(found: re.Match[str]) -> str:
    depth = found["number"].count(".")
    return f"{'  ' * depth}- {found['number']}{'' if depth else _DOT} "


def _with_parts(text: str) -> str:
    """Make headings of counted lines that stand right below a list: "Week 2 - form"."""
    lines = text.split("\n")
    fenced = False
    for n, line in enumerate(lines):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if n and not fenced and _PART.match(line) and len(line) <= _LONGEST_PART:
            count = count_of(line)
            if count and count.unit and _ITEM.match(lines[n - 1]) and "|" not in line:
                lines[n] = f"###### {line}"
    return "\n".join(lines)


def _without_hidden(text: str, hidden: list[Ignored]) -> str:
    """Blank what site generators and vaults hide from the reader."""
    hides = text.count("endcomment") > 0 and text.count("comment") < _MOST_COMMENTS
    patterns = (
        _HIDDEN[0 if hides else 1 :] if text.count("%%") < _MOST_COMMENTS else _HIDDEN[:hides]
    )
    for what, pattern in patterns:
        text = pattern.sub(lambda found, what=what: _blanked(found, what, hidden), text)  # type: ignore[misc]
    what, pattern = _TAGS_LINE
    text = pattern.sub(lambda found: _blanked(found, what, hidden), text)
    return _CONTENTS_MARK.sub("", _LIQUID.sub("", text))


def _blanked(found: re.Match[str], what: str, hidden: list[Ignored]) -> str:
    line = found.string.count("\n", 0, found.start()) + 1
    last = line + found[0].count("\n")
    hidden.append(Ignored(what=what, line=line, example=" ".join(found[0].split())[:60], last=last))
    return "\n" * found[0].count("\n")


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
    named = [found for line in lines[1:end] if (found := _TITLE.match(line))]
    for found in sorted(named, key=lambda found: found[1].lower() != "title"):
        if not source.title and found[2][0] not in "[{|>&*!%@`":
            source.title = found[2].strip("\"'")
    source.ignored.append(Ignored(what="front-matter", line=1, last=end + 1))
    lines[: end + 1] = [""] * (end + 1)


_ENDS = frozenset({"---", "..."})
