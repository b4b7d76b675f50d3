"""Reads back what `writing` wrote, ticks and lines that people have changed in it too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.core.model.question import MOST_QUESTIONS
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.item_ids import is_id, slug, unique_ids
from llmroadmap.formats.markdown.blocks import Block, Heading, ListBlock, ListItem, Paragraph
from llmroadmap.formats.markdown.exported_fields import hidden_fields, in_every_language
from llmroadmap.formats.markdown.exported_lines import ExportedLine, LineReader, hidden_part
from llmroadmap.formats.markdown.parser import DocumentParser
from llmroadmap.formats.markdown.recall import without_recall
from llmroadmap.formats.markdown.writing import MARK
from llmroadmap.formats.plain_text import shows_something

_HEADER = re.compile(rf"^<!-- {MARK} (\{{.*\}}) -->$", re.MULTILINE)


def is_exported(text: str) -> bool:
    """Tell whether a Markdown file is one that this program wrote."""
    return _HEADER.search(text) is not None


def read_exported(text: str) -> ImportedPlan:
    """Return the roadmap and the states in an exported file; PlanUnreadable if it has no step."""
    reader = _Reader()
    roadmap = reader.roadmap(DocumentParser(exactly=True).parse(text).blocks, text)
    if not reader.steps:
        raise PlanUnreadable("no-steps")
    return ImportedPlan(
        roadmap=roadmap,
        done=tuple(reader.states["done"]),
        started=tuple(reader.states["started"]),
        skipped=tuple(reader.states["skipped"]),
    )


@dataclass(slots=True)
class _Item:
    fields: dict[str, Any]
    wanted: str
    state: str
    children: "list[_Item]" = field(default_factory=list)
    hidden: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    """Reads stages and items, then gives those without an id one."""

    steps: int = 0
    states: dict[str, list[str]] = field(
        default_factory=lambda: {"done": [], "started": [], "skipped": []}
    )
    lines: LineReader = field(default_factory=LineReader)
    below: dict[int, list[ExportedLine]] = field(default_factory=dict)

    def roadmap(self, blocks: list[Block], text: str) -> dict[str, Any]:
        """Return the whole roadmap."""
        header = _HEADER.search(text)
        hidden = hidden_part(header[1]) if header else {}
        first = next((block for block in blocks if isinstance(block, Heading)), None)
        title = self.lines.read(first.text).text if first else ""
        roadmap: dict[str, Any] = {"format": 1, "id": "", "title": title or "Study plan"}
        roadmap["id"] = hidden["id"] if is_id(hidden.get("id")) else slug(roadmap["title"])
        parts: list[tuple[ExportedLine, list[_Item]]] = []
        for block in blocks:
            if isinstance(block, Heading) and block.level > 1:
                parts.append((self.lines.read(block.text), []))
            elif isinstance(block, ListBlock):
                if not parts:
                    parts.append((ExportedLine(text=roadmap["title"]), []))
                parts[-1][1].extend(self._items(block.items))
            elif isinstance(block, Paragraph) and parts and not parts[-1][1]:
                self.below.setdefault(id(parts[-1][0]), []).append(self.lines.read(block.text))
            elif isinstance(block, Paragraph) and not parts and "about" not in roadmap:
                content = self.lines.read(block.text).text
                if content:
                    roadmap["about"] = content
        roadmap |= hidden_fields("roadmap", hidden) | _texts(roadmap, hidden)
        roadmap["stages"] = self._stages([part for part in parts if part[1]])
        return roadmap

    def _stages(self, parts: list[tuple[ExportedLine, list[_Item]]]) -> list[dict[str, Any]]:
        # Where a stage's id begins those of its items, they need to be unique there only.
        apart = [bool(line.hidden.get("prefix")) for line, _ in parts]
        courses = [
            item for (_, items), own in zip(parts, apart, strict=True) if not own for item in items
        ]
        names = iter(_chosen(courses))
        named = [
            _chosen(items) if own else [next(names) for _ in items]
            for (_, items), own in zip(parts, apart, strict=True)
        ]
        stages = [
            _Item(fields={"title": line.text}, wanted=str(line.hidden.get("id")), state="")
            for line, _ in parts
        ]
        taken = {name for group, own in zip(named, apart, strict=True) if not own for name in group}
        stage_names = _chosen(stages, taken, prefix="stage-")
        return [
            {"id": name, "title": in_every_language("title", line.text or name, line.hidden)}
            | self._shown(line)
            | hidden_fields("stage", line.hidden)
            | {"items": self._named(items, group, f"{name}." if own else "", 1)}
            for name, (line, items), group, own in zip(
                stage_names, parts, named, apart, strict=True
            )
        ]

    def _shown(self, line: ExportedLine) -> dict[str, Any]:
        """Return what a stage shows below its heading."""
        shown: dict[str, Any] = {}
        for content in self.below.get(id(line), ()):
            if content.links and not content.outside.strip(" ·"):
                links = _merged(shown.get("links", []), content.links)
                shown["links"] = _with_extras(links, line.hidden.get("links"))
            elif content.text:
                shown["about"] = f"{shown.get('about', '')} {content.text}".strip()
        return shown | _texts(shown, line.hidden)

    def _named(
        self, items: list[_Item], names: list[str], before: str, depth: int
    ) -> list[dict[str, Any]]:
        if depth > MAX_DEPTH:
            raise PlanUnreadable("too-deep", detail=str(MAX_DEPTH))
        written = []
        for item, name in zip(items, names, strict=True):
            entry: dict[str, Any] = {"id": name, **item.fields, **_texts(item.fields, item.hidden)}
            if item.children:
                inside = self._named(
                    item.children, _chosen(item.children), f"{before}{name}.", depth + 1
                )
                entry["items"] = inside
            else:
                self.steps += 1
                if item.state in self.states:
                    self.states[item.state].append(f"{before}{name}")
            written.append(entry)
        return written

    def _items(self, items: list[ListItem]) -> list[_Item]:
        found = []
        for item in items:
            read = self._item(item)
            if read is not None:
                found.append(read)
        return found

    def _item(self, item: ListItem) -> _Item | None:
        item, added = without_recall(item)
        if not item.blocks or not isinstance(item.blocks[0], Paragraph):
            return None
        line = self.lines.read(item.blocks[0].text)
        if not shows_something(line.text):
            return None
        fields: dict[str, Any] = {"title": line.text}
        links = [{"url": link["url"]} for link in line.links]
        children: list[_Item] = []
        for block in item.blocks[1:]:
            if isinstance(block, ListBlock):
                children += self._items(block.items)
            elif isinstance(block, Paragraph):
                content = self.lines.read(block.text)
                if content.links and not content.outside.strip(" ·"):
                    links = _merged(links, content.links)
                elif content.text:
                    fields["about"] = f"{fields.get('about', '')} {content.text}".strip()
        if links:
            fields["links"] = _with_extras(links, line.hidden.get("links"))
        fields |= hidden_fields("item", line.hidden)
        if added and not children:
            fields["recall"] = [*fields.get("recall", ()), *added][:MOST_QUESTIONS]
        state = str(line.hidden.get("state", "open"))
        return _Item(
            fields=fields,
            wanted=str(line.hidden.get("id")),
            state="done" if line.box == "x" else state,
            children=children,
            hidden=line.hidden,
        )


def _texts(fields: dict[str, Any], hidden: dict[str, Any]) -> dict[str, Any]:
    """Return title and about in all the languages that they have."""
    return {
        name: in_every_language(name, fields[name], hidden)
        for name in ("title", "about")
        if name in fields
    }


def _merged(links: list[dict[str, Any]], more: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    by_url = {link["url"]: dict(link) for link in links}
    for link in more:
        by_url.setdefault(link["url"], {}).update(link)
    return list(by_url.values())


def _with_extras(links: list[dict[str, Any]], extras: Any) -> list[dict[str, Any]]:
    extras_by_url = extras if isinstance(extras, dict) else {}
    return [
        link
        | hidden_fields("link", extras_by_url.get(link["url"]))
        | _texts(link, extras_by_url.get(link["url"], {}))
        for link in links
    ]


def _chosen(items: list[_Item], taken: Iterable[str] = (), prefix: str = "") -> list[str]:
    """Return the items' own ids, and new ones for those without or with another's."""
    used = set(taken)
    ids: list[str] = []
    for item in items:
        own = item.wanted if is_id(item.wanted) and item.wanted not in used else ""
        if own:
            used.add(own)
        ids.append(own)
    missing = [item for item, own in zip(items, ids, strict=True) if not own]
    contents = [(item.fields["title"], _content(item)) for item in missing]
    fresh = iter(unique_ids(contents, taken=used, prefix=prefix))
    return [own or next(fresh) for own in ids]


def _content(item: _Item) -> str:
    links = item.fields.get("links")
    return str(links[0]["url"] if links else item.fields["title"])
