"""What roadmap.sh says about each node: content files and the content table."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from llmroadmap.formats.roadmapsh.cleaning import clean_about, clean_line
from llmroadmap.formats.roadmapsh.graph import mapping, sequence
from llmroadmap.formats.roadmapsh.links import site_link

# Greedy on both sides: brackets occur in titles, parentheses in addresses.
_LINK = re.compile(r"^\s*[-*+]\s+\[(?:@([\w.-]+)@)?(.*)\]\(\s*<?(.*?)>?\s*\)\s*$")
# Before 2024 links were components of the site.
_BADGE = re.compile(
    r"""<BadgeLink[^<>]{0,400}href=['"]([^'"<>]+)['"][^<>]{0,200}>([^<>]{0,300})</BadgeLink>"""
)
_TAG_LINE = re.compile(r"^\s*<(?!http)[^<>]*>[^<>]*(?:</[^<>]*>)?\s*$")
_INLINE_LINK = re.compile(
    r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?\)"
)
_MARKS = re.compile(r"(\*\*|__|`+)(?=\S)(.{1,500}?)(?<=\S)\1")
_LINKS_FOLLOW = re.compile(
    r"^\s*(visit|learn more|check out)\b[^.]{0,80}\b(resources?|following)\b[^.]{0,60}[:.]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """The text and links of one node."""

    title: str
    about: str = ""
    links: tuple[dict[str, str], ...] = ()


def read_content_file(text: str) -> Content:
    """Read `slug@nodeid.md`: a heading, a paragraph, a list of links."""
    title = ""
    prose: list[str] = []
    links: list[tuple[object, object, object]] = []
    for line in text.removeprefix("\ufeff").splitlines():
        link, badge = _LINK.match(line), _BADGE.search(line)
        if link:
            links.append((link[3], link[2], link[1]))
        elif badge:
            links.append((badge[1], badge[2], None))
        elif _TAG_LINE.match(line):
            continue
        elif line.startswith("#"):
            title = title or clean_line(_plain(line.lstrip("#")))
        elif not _LINKS_FOLLOW.match(line):
            prose.append(line)
    return Content(title, _first_paragraph(prose), _links(links))


def content_id(name: str) -> tuple[str, str]:
    """Split a content file's name into slug and node id; at the last @."""
    stem = name.rsplit("/", 1)[-1].removesuffix(".md")
    slug, at, node_id = stem.rpartition("@")
    return (slug, node_id) if at else (stem, "")


def is_content_table(document: object) -> bool:
    """Tell whether a JSON value looks like `{node id: {title, description, links}}`."""
    if not isinstance(document, dict) or not document:
        return False
    return all(
        isinstance(value, dict) and ("description" in value or "links" in value)
        for value in document.values()
    )


def read_content_table(document: Mapping[str, object]) -> dict[str, Content]:
    """Read the table, in its order; a key that is a file's name stands for the node id in it."""
    contents: dict[str, Content] = {}
    for key, value in document.items():
        slug, node_id = content_id(key) if key.endswith(".md") else ("", key)
        if key.endswith(".md") and node_id in document:
            continue
        fields = mapping(value)
        title = clean_line(fields.get("title")) or clean_line(slug.replace("-", " "))
        links = [mapping(link) for link in sequence(fields.get("links"))]
        contents.setdefault(
            clean_line(node_id or slug),
            Content(
                title,
                _first_paragraph(str(fields.get("description") or "").splitlines()),
                _links([(link.get("url"), link.get("title"), link.get("type")) for link in links]),
            ),
        )
    return contents


def _links(found: Iterable[tuple[object, object, object]]) -> tuple[dict[str, str], ...]:
    links: dict[str, dict[str, str]] = {}
    for url, title, kind in found:
        link = site_link(url, title, kind)
        if link:
            links.setdefault(link["url"], link)
    return tuple(links.values())


def _first_paragraph(lines: Iterable[str]) -> str:
    """Return the first paragraph that is prose, as plain text."""
    paragraph: list[str] = []
    for line in lines:
        if line.strip() and not line.lstrip().startswith(("#", "- ", "* ", "|", "```", "![")):
            paragraph.append(line[:5000])
        elif paragraph:
            break
    return clean_about(_plain(" ".join(paragraph)[:10_000]))


def _plain(text: str) -> str:
    """Take the Markdown marks out of a text."""
    return _MARKS.sub(r"\2", _INLINE_LINK.sub(r"\1", text))
