"""Every line of a plan is in its tree or is told to be left out: what no reader took is found here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from llmroadmap.formats.markdown.blocks import (
    Block,
    Heading,
    Ignored,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Summary,
    Table,
)
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.nodes import Node

# These say that something of a line was left out, and nothing of the rest of it.
_OF_A_LINE = frozenset(
    {"badges", "images", "relative-links", "empty-links", "other-links", "task-fields", "box-marks"}
    | {"status-marks", "group-ticks", "comments", "notes", "more-links", "unclosed-code"}
    | {"unclosed-comment", "html"}
)


@dataclass(slots=True)
class Reminders:
    """What the reader of an outline knows of lines that become no node of their own."""

    nothing: set[int] = field(default_factory=set)
    linked: set[int] = field(default_factory=set)
    labels: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of one text, and what it is told as where nobody took it."""

    first: int
    last: int
    what: str
    text: str


def tell_the_rest(blocks: list[Block], taken: set[int], known: Reminders, log: LeftOutLog) -> None:
    """Tell of every text that is neither in the lines `taken` nor told already."""
    logged = {
        line: what for what, lines in log.lines.items() if what not in _OF_A_LINE for line in lines
    }
    for span in _spans(blocks):
        if span.first in taken or span.first in known.nothing:
            continue
        what = logged.get(span.first, "")
        if what:
            log.add(what, span.first, last=span.last)
        elif any(map(str.isalnum, span.text)):
            log.add(_kind(span, known), span.first, span.text, last=span.last)


def lines_of(parts: list[Node]) -> set[int]:
    """Return the lines that went into nodes: their own, and those of what was put into them."""
    lines: set[int] = set()
    for part in parts:
        for node in part.walk():
            lines.add(node.line)
            lines.update(node.lines)
    return lines


def _kind(span: _Span, known: Reminders) -> str:
    if span.what != "text":
        return span.what
    if span.first in known.linked:
        return "paragraph-links"
    return "labels" if span.first in known.labels else "text"


def _spans(blocks: list[Block]) -> Iterator[_Span]:
    waiting = [(block, "text") for block in reversed(blocks)]
    while waiting:
        block, what = waiting.pop()
        match block:
            case Heading() | Summary():
                last = block.line + block.text.count("\n")
                yield _Span(first=block.line, last=last, what="headings", text=block.text)
            case Paragraph():
                last = block.line + block.text.count("\n")
                yield _Span(first=block.line, last=last, what=what, text=block.text)
            case Table():
                yield from (_row(row) for row in block.rows)
            case ListBlock():
                waiting += _of_list(block, what)
            case Quote():
                waiting += [(inner, "quotes") for inner in reversed(block.blocks)]
            case Ignored():
                pass


def _row(row: Row) -> _Span:
    return _Span(first=row.line, last=row.line, what="tables", text=" | ".join(row.cells))


def _of_list(block: ListBlock, what: str) -> list[tuple[Block, str]]:
    found: list[tuple[Block, str]] = []
    for item in reversed(block.items):
        for n, inner in reversed(list(enumerate(item.blocks))):
            is_item = n == 0 and what == "text"
            found.append((inner, "lists" if is_item else what))
    return found
