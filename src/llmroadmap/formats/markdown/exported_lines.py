"""One line of an exported file: its box, its text, its links, and what is hidden behind it."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from llmroadmap.formats.markdown.parser import GithubMarkdown
from llmroadmap.formats.plain_text import plain_text

_DEPTH = 30
_BOX = re.compile(r"\[([ xX])\][ \t]+")


@dataclass(slots=True)
class ExportedLine:
    """One line of an export: its box, its text, its links, what is hidden behind it."""

    text: str = ""
    box: str | None = None
    links: list[dict[str, Any]] = field(default_factory=list)
    outside: str = ""
    hidden: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reads lines to the letter, where the importer of plans in the wild would tidy them."""

    _parser: GithubMarkdown = field(default_factory=lambda: GithubMarkdown(_DEPTH))

    def read(self, text: str) -> ExportedLine:
        """Return what `text`, the inline Markdown of a line, says."""
        line = ExportedLine()
        box = _BOX.match(text)
        if box:
            line.box, text = box[1].lower(), text[box.end() :]
        tokens: list[Token] = []
        self._parser.inline.parse(text, self._parser, {}, tokens)
        words, link = "", None
        for token in tokens:
            if token.type == "link_open":
                link = {"url": str(token.attrs["href"]), "title": ""}
                link["auto"] = "x" if token.markup == "autolink" else ""
            elif token.type == "link_close" and link is not None:
                _add_link(line, link)
                link = None
            elif token.type == "html_inline" and token.content.startswith("<!--"):
                line.hidden = hidden_part(token.content[4:-3].strip()) or line.hidden
            elif token.content or token.type in {"softbreak", "hardbreak"}:
                part = token.content or " "
                words += part
                if link is None:
                    line.outside += part
                else:
                    link["title"] += part
        line.text = _plain(words)
        return line


def hidden_part(code: str) -> dict[str, Any]:
    """Return the hidden part of a line; nothing where somebody has broken it."""
    try:
        found = json.loads(code)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _add_link(line: ExportedLine, link: dict[str, str]) -> None:
    if re.fullmatch(r"https?://[^\s<>\x00-\x1f]+", link["url"], re.IGNORECASE):
        title = "" if link["auto"] else _plain(link["title"])
        line.links.append({"url": link["url"], "title": title} if title else {"url": link["url"]})


def _plain(text: str) -> str:
    """Clean a text but for the joiners, which an export writes out to keep them."""
    return "".join(
        part if part in {"\u200c", "\u200d"} else _spaced(part)
        for part in re.split("([\u200c\u200d])", text)
    ).strip()


def _spaced(part: str) -> str:
    return plain_text(f"|{part}|")[1:-1]
