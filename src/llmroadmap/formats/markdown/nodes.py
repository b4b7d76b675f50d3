"""The outline of a plan before it is decided what of it is a step."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from llmroadmap.formats.markdown.inline import Line
from llmroadmap.formats.markdown.links import LeftOutLog, usable_url
from llmroadmap.formats.markdown.names import is_generic
from llmroadmap.formats.markdown.titles import LONGEST_TITLE, readable_url
from llmroadmap.formats.marks import Marks
from llmroadmap.formats.plain_text import plain_text, shorten

_LINK = frozenset({"link", "here", "url", "链接"})


@dataclass(slots=True)
class Node:
    """A section, an item or a row: anything that may become a stage, a group or a step.

    `box` is what its box says, `state` what else does, `mark` a sign that may be one; `prose` has the links in its paragraphs,
    `words` how many words these have; `sentences` are those paragraphs by line;
    `lines` are those of other texts that went into it, and `last`
    is the last line of a section.
    """

    title: str
    line: int
    form: str = "item"  # section, bold, label, details, item, row or links (a paragraph of links)
    level: float = 0
    about: str = ""
    recall: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    linked: bool = False
    anchors: int = 0
    box: str = ""
    mark: str = ""
    bold: bool = False
    optional: bool = False
    minutes: int = 0
    day: str = ""
    topics: tuple[str, ...] = ()
    struck: bool = False
    prose: list[dict[str, str]] = field(default_factory=list)
    words: int = 0
    state: str = ""
    from_prose: bool = False
    own: bool = False
    lines: set[int] = field(default_factory=set)
    sentences: dict[int, str] = field(default_factory=dict)
    last: int = 0
    children: "list[Node]" = field(default_factory=list)

    def take(self, marks: Marks) -> str:
        """Take what is said beside a title, and return the title."""
        self.minutes = self.minutes or marks.minutes
        self.optional = self.optional or marks.optional
        self.day = self.day or marks.day
        self.topics = self.topics or marks.tags
        if marks.state and self.box in {"", "open"}:
            self.box = marks.state
        return marks.text

    @property
    def is_section(self) -> bool:
        """Whether the author set this off from the text around it as a part of its own."""
        return self.form in {"section", "bold", "details"}

    def walk(self) -> "Iterator[Node]":
        """Yield this node and everything under it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def add_about(self, text: str, limit: int) -> bool:
        """Say more about this node, as long as it stays short; tell whether it was said."""
        if text and len(self.about) + len(text) < limit:
            self.about = f"{self.about} {text}".strip()
        elif text and not self.about:
            self.about = shorten(text, limit)
        else:
            return not text
        return True


def prose_links(line: Line, base: str | None) -> list[dict[str, str]]:
    """Return the usable links in a paragraph, each with its words."""
    texts: dict[str, str] = {}
    for run in line.runs:
        if run.href is not None and not run.picture:
            texts[run.href] = texts.get(run.href, "") + run.text
    links = []
    for href, text in texts.items():
        url, _ = usable_url(href, base)
        if url is not None and any(map(str.isalnum, text)):
            links.append({"url": url, "title": shorten(plain_text(text), LONGEST_TITLE)})
    return links


def take_links(node: Node, line: Line, base: str | None, log: LeftOutLog) -> None:
    """Give `node` the usable links of `line`; tell the log about the others."""
    known = {link["url"] for link in node.links}
    texts: dict[str, str] = {}
    for run in line.runs:
        if run.href is not None:
            texts[run.href] = texts.get(run.href, "") + run.text
    # "Title by [A](…) ([link](…))": what is called a link is the one that is meant.
    for href, text in sorted(texts.items(), key=lambda pair: pair[1].casefold() not in _LINK):
        url, problem = usable_url(href, base)
        if problem == "anchors":
            node.anchors += 1
            continue
        node.linked = True
        if url is None:
            log.add(problem, node.line, href)
        elif url not in known:
            known.add(url)
            node.links.append(_link(url, plain_text(text), node.title))


def _link(url: str, text: str, title: str) -> dict[str, str]:
    says_more = text and text not in {title, url, readable_url(url)}
    if says_more and (is_generic(text) or text not in title):
        return {"url": url, "title": shorten(text, LONGEST_TITLE)}
    return {"url": url}
