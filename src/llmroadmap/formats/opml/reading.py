"""OPML as an outline: texts, addresses, what is ticked; a list of feeds is no plan."""

import html
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats import PlanSource
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.outline_text import Part, markdown_of
from llmroadmap.formats.plain_text import plain_text

_TAGS = re.compile(r"<[^<>]*>")
_HREF = re.compile(r"""<a\s[^<>]*href\s*=\s*["']([^"'<>]+)["']""", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_DONE = ("complete", "_complete", "checked", "_checked", "_status", "done")
_TICKED = frozenset({"true", "checked", "1", "yes", "done", "complete", "completed"})
_ADDRESSES = ("url", "htmlUrl", "link", "href", "_link")
_NOTES = ("_note", "note", "description")


def read_opml(source: PlanSource) -> ImportedPlan:
    """Return the plan in an OPML file; raises PlanUnreadable."""
    root = _parsed(source.text)
    body = root.find("body")
    outlines = list(body) if body is not None else []
    every = list(root.iter("outline"))
    if any(each.get("xmlUrl") for each in every) and not source.force:
        raise PlanUnreadable("no-plan", detail="feeds")
    # One at the top that holds all is the title.
    title = plain_text(root.findtext("head/title") or "")
    if len(outlines) == 1 and len(outlines[0]):
        title = title if title and title.lower() != "untitled" else _words(outlines[0].attrib)
        outlines = list(outlines[0])
    has_ticks = any(_says_state(each.attrib) for each in every)
    parts = [_part(each, 1, has_ticks=has_ticks) for each in outlines if _is_part(each)]
    if not parts:
        raise PlanUnreadable("no-steps")
    return read_markdown(
        markdown_of(title or source.name, parts),
        base=source.base or None,
        default_title=source.name or "Study plan",
        include=source.include,
        force=True,
    )


def _parsed(text: str) -> Element:
    if "<!DOCTYPE" in text[:100_000] or "<!ENTITY" in text:  # Entities are how XML is made to grow.
        raise PlanUnreadable("xml-invalid", detail="DOCTYPE")
    # What the file says of its encoding is no longer so: it is text by now.
    text = re.sub(r"^\s*<\?xml[^<>]*\?>", "", text)
    try:
        return ET.fromstring(text)  # noqa: S314 - without a DOCTYPE there are no entities
    except ET.ParseError as error:
        line = error.position[0] if error.position else None
        raise PlanUnreadable(
            "xml-invalid", line=line, detail=str(error).partition(":")[0]
        ) from error


def _is_part(outline: Element) -> bool:
    return outline.tag == "outline" and bool(_words(outline.attrib) or len(outline))


def _part(outline: Element, depth: int, *, has_ticks: bool) -> Part:
    if depth > MAX_DEPTH:
        raise PlanUnreadable("too-deep", detail=str(MAX_DEPTH))
    facts = outline.attrib
    below = [_part(e, depth + 1, has_ticks=has_ticks) for e in outline if _is_part(e)]
    note = next((facts[name] for name in _NOTES if facts.get(name)), "")
    return Part(
        title=_words(facts) or "…",
        url=_address(facts),
        state="" if below else "done" if _is_done(facts) else "open",
        about=plain_text(html.unescape(_TAGS.sub(" ", note)))[:400],
        children=below,
    )


def _words(facts: Mapping[str, str]) -> str:
    text = facts.get("text") or facts.get("title") or ""
    return plain_text(html.unescape(_TAGS.sub(" ", text)))


def _address(facts: Mapping[str, str]) -> str:
    for name in _ADDRESSES:
        if facts.get(name, "").startswith(("http://", "https://")):
            return facts[name]
    found = _HREF.search(facts.get("text", "")) or _HREF.search(facts.get("_note", ""))
    if found:
        return html.unescape(found[1])
    bare = _ADDRESS.search(facts.get("_note", ""))
    return bare[0] if bare else ""


def _says_state(facts: Mapping[str, str]) -> bool:
    return any(name in facts for name in _DONE)


def _is_done(facts: Mapping[str, str]) -> bool:
    return any(facts.get(name, "").casefold() in _TICKED for name in _DONE)
