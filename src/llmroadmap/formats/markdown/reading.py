"""Markdown plans: README files and the like, read into a roadmap's tree."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.item_ids import short_hash, slug, unique_ids, with_suffix
from llmroadmap.formats.markdown.exported import is_exported, read_exported
from llmroadmap.formats.markdown.inline import InlineReader
from llmroadmap.formats.markdown.kinds import kind_of
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.outline import OutlineReader
from llmroadmap.formats.markdown.parser import DocumentParser
from llmroadmap.formats.markdown.selection import Selection
from llmroadmap.formats.markdown.stages import plan_about, plan_title, stages
from llmroadmap.formats.plain_text import plain_text

MOST_ITEMS = 200_000


def read_markdown(
    text: str, *, base: str | None = None, default_title: str = "Study plan"
) -> ImportedPlan:
    """Return the plan in a Markdown file; PlanUnreadable where there is none.

    `base` is the address that makes the plan's relative links whole. `default_title` is for a
    plan that has no title of its own.
    """
    if is_exported(text):
        return read_exported(text)
    for strict in (True, False):
        plan = _read(text, base, default_title, strict=strict)
        if plan is not None:
            return plan
    raise PlanUnreadable("no-steps")


def _read(text: str, base: str | None, default_title: str, *, strict: bool) -> ImportedPlan | None:
    document = DocumentParser().parse(text)
    log = LeftOutLog()
    reader = OutlineReader(inline=InlineReader(document.references), base=base, log=log)
    outline = reader.read(document)
    if sum(1 for _ in outline.walk()) > MOST_ITEMS:
        raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
    title = plan_title(outline, plain_text(document.title), reader.banner or default_title)
    about = plan_about(outline)
    kept = Selection(root=outline, log=log, strict=strict).run()
    parts = stages(kept, title) if kept is not None else []
    if not parts:
        return None
    writer = _Writer()
    roadmap: dict[str, Any] = {"format": 1, "id": slug(title), "title": title}
    if about:
        roadmap["about"] = about
    roadmap["stages"] = writer.stages(parts)
    return ImportedPlan(roadmap=roadmap, done=tuple(writer.done), left_out=_left_out(log))


def _left_out(log: LeftOutLog) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(what, tuple(sorted(lines)), plain_text(log.examples.get(what, "")))
        for what, lines in sorted(log.lines.items(), key=lambda entry: min(entry[1]))
    )


@dataclass(slots=True)
class _Writer:
    """Writes chosen nodes as a roadmap file has them, with ids."""

    done: list[str] = field(default_factory=list)
    _origins: Counter[str] = field(default_factory=Counter)

    def stages(self, parts: list[Node]) -> list[dict[str, Any]]:
        """Return the stages; their ids and their courses' ids are unique in the roadmap."""
        course_ids = _course_ids(parts)
        stage_ids = unique_ids(
            [(part.title, _content(part)) for part in parts],
            taken={name for names in course_ids for name in names},
            prefix="stage-",
        )
        return [
            {
                "id": stage_id,
                "title": part.title,
                "items": self._items(part.children, names, (), (part.title,), 1),
            }
            for part, stage_id, names in zip(parts, stage_ids, course_ids, strict=True)
        ]

    def _items(
        self,
        nodes: list[Node],
        names: list[str],
        path: tuple[str, ...],
        titles: tuple[str, ...],
        depth: int,
    ) -> list[dict[str, Any]]:
        if depth > MAX_DEPTH:
            raise PlanUnreadable("too-deep", line=nodes[0].line, detail=str(MAX_DEPTH))
        items = []
        for node, name in zip(nodes, names, strict=True):
            item = self._item(node, name, titles)
            full = (*path, name)
            if node.children:
                contents = [(child.title, _content(child)) for child in node.children]
                below = (*titles, node.title)
                item["items"] = self._items(
                    node.children, unique_ids(contents), full, below, depth + 1
                )
            elif node.box == "done":
                self.done.append(".".join(full))
            items.append(item)
        return items

    def _item(self, node: Node, name: str, titles: tuple[str, ...]) -> dict[str, Any]:
        item: dict[str, Any] = {"id": name, "title": node.title}
        if node.about and node.about != node.title:
            item["about"] = node.about
        kind = None if node.children else kind_of(node.title, node.links)
        if kind:
            item["kind"] = kind
        if node.links:
            item["links"] = node.links
        if node.optional:
            item["optional"] = True
        item["origin"] = self._origin(titles, node)
        return item

    def _origin(self, titles: tuple[str, ...], node: Node) -> str:
        """Return a fingerprint of where an item stands and what it says, for later versions."""
        address = node.links[0]["url"] if node.links else ""
        identity = "\n".join((*titles, node.title, address)).encode("utf-8", "replace")
        origin = hashlib.sha256(identity).hexdigest()[:12]
        self._origins[origin] += 1
        nth = self._origins[origin]
        return origin if nth == 1 else f"{origin}-{nth}"


def _content(node: Node) -> str:
    """Return what tells a node from others of its title: its first link, or its first words."""
    parts = list(node.walk())
    address = next((part.links[0]["url"] for part in parts if part.links), "")
    first = next((part.title for part in parts if not part.children), "")
    return f"{node.title}\n{address or first}"


def _course_ids(parts: list[Node]) -> list[list[str]]:
    """Return ids for the courses of all stages: where two have one title, the stage's is added."""
    courses = [(part, course) for part in parts for course in part.children]
    plain = [slug(course.title) for _, course in courses]
    count = Counter(plain)
    shared = [
        f"{name} {slug(part.title)}" if count[name] > 1 and part.title != course.title else ""
        for name, (part, course) in zip(plain, courses, strict=True)
    ]
    again = Counter(shared)
    used = {name for name in plain if count[name] == 1}
    ids: list[str] = []
    counts: dict[str, int] = {}
    for name, both, (part, course) in zip(plain, shared, courses, strict=True):
        chosen = name
        if both and again[both] == 1:
            chosen = with_suffix(name, slug(part.title, 12))
        if count[name] > 1 and (chosen == name or chosen in used):
            chosen = _hashed(name, f"{part.title}\n{_content(course)}", used, counts)
        used.add(chosen)
        ids.append(chosen)
    names = iter(ids)
    return [[next(names) for _ in part.children] for part in parts]


def _hashed(name: str, content: str, used: set[str], counts: dict[str, int]) -> str:
    """Return a name that is free; `counts` has how often each content was named before."""
    letters, nth = 3, counts.get(content, 1)
    while True:
        candidate = with_suffix(
            name, short_hash(f"{content}\n{nth}" if nth > 1 else content, letters)
        )
        if candidate not in used:
            counts[content] = nth + 1
            return candidate
        nth += 1
