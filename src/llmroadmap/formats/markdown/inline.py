"""What stands in a line of a plan: a box, a title, links, the words after them."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from llmroadmap.formats.markdown.parser import GithubMarkdown
from llmroadmap.formats.plain_text import plain_text
from llmroadmap.formats.ticks import take_box

_LONGEST = 10_000
_DEPTH = 30

_SPACED = re.compile(r"\]\(\s*(?![<\"'])([^()\s\"'{}]+(?: [^()\s\"'{}]+)+)\s*\)")
_LIQUID = re.compile(r"\]\(\{\{\s*['\"]([^'\"{}]*)['\"][^{}()]*\}\}([^()\s]*)\)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!\()")
_PARTED = re.compile(r"(\[[^\[\]\n]{1,200}\]) \((https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)")
# Obsidian's links to notes, embedded notes, highlights and comments.
_WIKI = re.compile(r"!?\[\[([^\[\]|\\\n]{0,200})(?:\\?\|([^\[\]\n]{0,200}))?\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,300})==")
_COMMENT = re.compile(r"%%[^%\n]{0,500}%%")
# What is set small behind a link says something about it: FREE, new.
_RAISED = frozenset({"sup", "sub", "small", "kbd"})
_CUT_TAG = re.compile(r"</?[a-z]{1,10}\s*$", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w@/])(?:https?://|www\.)[^\s<>\"'`|\u3000-\u303f\uff00-\uffef]+")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_BADGE = re.compile(r"shields\.io|badge|awesome\.re/|star-history|colab\S*\.svg", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look; `picture`: it is what a picture in a link is called."""

    text: str
    href: str | None = None
    bold: bool = False
    struck: bool = False
    picture: bool = False


@dataclass(slots=True)
class Line:
    """The inline content of a title, a paragraph, an item or a cell."""

    runs: list[Run] = field(default_factory=list)
    box: str = ""
    mark: str = ""
    images: int = 0
    badges: int = 0
    comments: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return plain_text("".join(run.text for run in self.runs))

    @property
    def bold_only(self) -> bool:
        """Whether all that can be read is bold."""
        seen = [run for run in self.runs if any(char.isalnum() for char in run.text)]
        return bool(seen) and all(run.bold for run in seen)

    @property
    def struck_out(self) -> bool:
        """Whether all that can be read is struck out."""
        seen = [run for run in self.runs if any(char.isalnum() for char in run.text)]
        return bool(seen) and all(run.struck for run in seen)


class InlineReader:
    """Reads inline Markdown; `references` are the document's link definitions."""

    def __init__(self, references: Mapping[str, Any] | None = None) -> None:
        self._parser = GithubMarkdown(_DEPTH)
        self._environment = {"references": dict(references or {})}

    def read(self, text: str, *, boxes: bool = False) -> Line:
        """Return the runs of `text`; with `boxes`, a task box at its start is taken off."""
        line = Line()
        text = text[:_LONGEST].strip()
        if boxes:
            line.box, line.mark, text = take_box(text)
        if "[[" in text:
            text = _WIKI.sub(_note_name, text)
        if "==" in text:
            text = _HIGHLIGHT.sub(r"\1", text)
        if "%%" in text:
            text = _COMMENT.sub("", text)
        text = _CUT_TAG.sub("", text)
        text = _FOOTNOTE.sub("", text)
        text = _LIQUID.sub(r"](\1\2)", text)
        text = _SPACED.sub(lambda link: f"]({link[1].replace(' ', '%20')})", text)
        text = _PARTED.sub(r"\1(\2)", text)
        tokens: list[Token] = []
        self._parser.inline.parse(text, self._parser, self._environment, tokens)
        _Runs(line=line).add(tokens)
        return line


@dataclass(slots=True)
class _Runs:
    """Collects runs from the parser's tokens, links of HTML included."""

    line: Line
    hrefs: list[str] = field(default_factory=list)
    html_hrefs: list[str] = field(default_factory=list)
    bold: int = 0
    struck: int = 0
    picture: str = ""

    def add(self, tokens: list[Token]) -> None:
        for token in tokens:
            match token.type:
                case "text":
                    self._text(token.content)
                case "code_inline" | "text_special":
                    self._put(token.content)
                case "softbreak" | "hardbreak":
                    self._put(" ")
                case "strong_open" | "strong_close":
                    self.bold = max(0, self.bold + token.nesting)
                case "s_open" | "s_close":
                    self.struck = max(0, self.struck + token.nesting)
                case "link_open":
                    self._open_link(str(token.attrs.get("href", "")))
                case "link_close":
                    self._close_link()
                case "image":
                    self._image(token.content, str(token.attrs.get("src", "")))
                case "html_inline":
                    self._html(token.content)

    def _href(self) -> str | None:
        return self.hrefs[-1] if self.hrefs else self.html_hrefs[-1] if self.html_hrefs else None

    def _put(self, text: str, href: str | None = None) -> None:
        if text:
            run = Run(
                text=text, href=href or self._href(), bold=self.bold > 0, struck=self.struck > 0
            )
            self.line.runs.append(run)

    def _text(self, text: str) -> None:
        if self._href() is not None:
            self._put(text)
            return
        at = 0
        for found in _BARE.finditer(text):
            url = _without_trailing(found.group())
            self._put(text[at : found.start()])
            self._put(url, url if "://" in url else f"https://{url}")
            at = found.start() + len(url)
        self._put(text[at:])

    def _open_link(self, href: str) -> None:
        self.hrefs.append(href)
        self.picture = ""

    def _close_link(self) -> None:
        self._end_link(self.hrefs.pop() if self.hrefs else "")

    def _end_link(self, href: str) -> None:
        """Keep a link that holds nothing but a picture, or nothing: it is a link all the same."""
        last = self.line.runs[-1] if self.line.runs else None
        if last is None or last.href != href:
            run = Run(
                text=self.picture,
                href=href,
                bold=self.bold > 0,
                struck=self.struck > 0,
                picture=True,
            )
            self.line.runs.append(run)
        self.picture = ""

    def _image(self, alt: str, source: str) -> None:
        badge = bool(_BADGE.search(source))
        self.line.badges += badge
        self.line.images += not badge
        if alt and not badge:
            self.line.alts.append(plain_text(alt))
        self.picture = "" if badge else alt

    def _html(self, content: str) -> None:
        if content.startswith("<!--"):
            self.line.comments.append(content[4:-3].strip())
            return
        tag = _TAG.match(content)
        name, closing = (tag[2].lower(), bool(tag[1])) if tag else ("", False)
        if name == "a" and not closing:
            found = _HREF.search(content)
            href = next((part for part in found.groups() if part is not None), "") if found else ""
            self.html_hrefs.append(html.unescape(href))
            self.picture = ""
        elif name == "a" and self.html_hrefs:
            self._end_link(self.html_hrefs.pop())
        elif name in {"b", "strong"}:
            self.bold = max(0, self.bold + (-1 if closing else 1))
        elif name in {"s", "del", "strike"}:
            self.struck = max(0, self.struck + (-1 if closing else 1))
        elif name in _RAISED and not closing and self.line.runs and self.line.runs[-1].href:
            self._put(" | ")
        elif name == "br":
            self._put(" ")
        elif name == "img":
            alt = re.search(r"""\balt\s*=\s*["']([^"']*)["']""", content)
            self._image(html.unescape(alt[1]) if alt else "", content)


def _note_name(link: re.Match[str]) -> str:
    """Return what Obsidian shows for a link to a note: its other name, or its name and heading."""
    if link[0].startswith("!"):
        return ""
    name = link[2] or link[1].removesuffix(".md")
    note, mark, heading = name.partition("#")
    if link[2] or not mark:
        shown = name
    else:
        shown = f"{note.removesuffix('.md')} › {heading.lstrip('^#')}" if note else heading
    return re.sub(r"([\\`*_\[\]<])", r"\\\1", shown.rpartition("/")[2] if not link[2] else shown)


def _without_trailing(url: str) -> str:
    """Leave off what follows an address in a sentence, as GitHub does."""
    while url:
        last = url[-1]
        if last in ".,:;!?*_~'\"" or (last == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        else:
            break
    return url
