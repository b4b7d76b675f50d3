"""An outline of a plan, as importers gather it, and the roadmap file's tree made from it."""

from dataclasses import dataclass, field
from typing import Any

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.item_ids import slug, unique_ids


@dataclass(slots=True)
class Entry:
    """A step, or with `children` a group, before it has an id."""

    title: str
    origin: str = ""
    about: str = ""
    optional: bool = False
    links: list[dict[str, str]] = field(default_factory=list)
    children: list["Entry"] = field(default_factory=list)


def outline_roadmap(title: str, entries: list[Entry], about: str = "") -> dict[str, Any]:
    """Return the tree of a roadmap file of one stage that holds all entries in their order.

    Raises PlanUnreadable.
    """
    if not entries:
        raise PlanUnreadable("plan-no-steps")
    if _depth(entries) > MAX_DEPTH:
        raise PlanUnreadable("plan-too-deep", detail=str(MAX_DEPTH))
    roadmap: dict[str, Any] = {"format": 1, "id": slug(title), "title": title}
    if about:
        roadmap["about"] = about
    items = _items(entries)
    # A stage's id and those of its direct items share one space of names.
    taken = [item["id"] for item in items]
    stage_id = unique_ids([(title, "")], taken=taken, prefix="stage-")[0]
    roadmap["stages"] = [{"id": stage_id, "title": title, "items": items}]
    return roadmap


def add_link(entry: Entry, link: dict[str, str] | None) -> None:
    """Give an entry a link, unless there is none or the entry has it already."""
    if link and all(link["url"] != other["url"] for other in entry.links):
        entry.links.append(link)


def _items(entries: list[Entry]) -> list[dict[str, Any]]:
    ids = unique_ids([(entry.title, entry.origin) for entry in entries])
    return [_item(entry, name) for entry, name in zip(entries, ids, strict=True)]


def _item(entry: Entry, name: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name, "title": entry.title}
    if entry.about:
        item["about"] = entry.about
    if entry.links:
        item["links"] = entry.links
    if entry.optional:
        item["optional"] = True
    if entry.origin:
        item["origin"] = entry.origin
    if entry.children:
        item["items"] = _items(entry.children)
    return item


def _depth(entries: list[Entry]) -> int:
    depth, level = 0, entries
    while level:
        depth += 1
        level = [child for entry in level for child in entry.children]
    return depth
