"""From chosen nodes to a roadmap's tree: short ids, ticks, times."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats.counting import number_ids
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.markdown.kinds import kind_of
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.times import MOST

ALL = "all"


@dataclass(slots=True)
class PlanWriter:
    """Writes stages as a roadmap file has them, and remembers what was ticked."""

    states: dict[str, list[str]] = field(
        default_factory=lambda: {"done": [], "started": [], "skipped": []}
    )
    days: dict[str, str] = field(default_factory=dict)
    _origins: Counter[str] = field(default_factory=Counter)

    def stages(self, parts: list[Node]) -> list[dict[str, Any]]:
        """Return the stages. Of several, each begins the ids of its items: w1.3, 2.4."""
        several = len(parts) > 1
        names = number_ids([part.title for part in parts]) if several else [ALL]
        return [
            self._stage(part, name, prefix=several) for part, name in zip(parts, names, strict=True)
        ]

    def _stage(self, part: Node, name: str, *, prefix: bool) -> dict[str, Any]:
        stage: dict[str, Any] = {"id": name, "title": part.title}
        if part.about and part.about != part.title:
            stage["about"] = part.about
        if part.links:
            stage["links"] = part.links
        if prefix:
            stage["prefix"] = True
        if part.optional:
            for child in part.children:
                child.optional = True
        spread(part)
        taken = () if prefix else (name,)
        stage["items"] = self._items(
            part.children, (name,) if prefix else (), (part.title,), 1, taken
        )
        return stage

    def _items(
        self,
        nodes: list[Node],
        path: tuple[str, ...],
        titles: tuple[str, ...],
        depth: int,
        taken: Sequence[str] = (),
    ) -> list[dict[str, Any]]:
        if depth > MAX_DEPTH:
            raise PlanUnreadable("too-deep", line=nodes[0].line, detail=str(MAX_DEPTH))
        items = []
        names = number_ids([node.title for node in nodes], taken=taken)
        for node, name in zip(nodes, names, strict=True):
            # What stands loose in a stage has it twice in its origin, as it always had.
            above = titles if depth > 1 or (node.children and node.is_section) else titles * 2
            item = self._item(node, name, above)
            full = (*path, name)
            if node.children:
                item["items"] = self._items(node.children, full, (*above, node.title), depth + 1)
            else:
                self._note(".".join(full), node)
            items.append(item)
        return items

    def _note(self, full: str, node: Node) -> None:
        """Remember how far a step is."""
        state = node.box if node.box not in {"", "open"} else node.state
        if node.box == "open" and node.state != "skipped":
            state = ""
        if state in self.states:
            self.states[state].append(full)
            if state == "done" and node.day:
                self.days[full] = node.day

    def _item(self, node: Node, name: str, titles: tuple[str, ...]) -> dict[str, Any]:
        item: dict[str, Any] = {"id": name, "title": node.title}
        if node.about and node.about != node.title:
            item["about"] = node.about
        if node.recall and not node.children:
            item["recall"] = node.recall
        kind = None if node.children else kind_of(node.title, node.links)
        if kind:
            item["kind"] = kind
        if node.links:
            item["links"] = node.links
        if node.minutes and not node.children:
            item["minutes"] = node.minutes
        if node.topics:
            item["topics"] = list(node.topics)
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


def spread(group: Node) -> None:
    """Share what a group is said to take among the steps of it that do not say it themselves."""
    for part in group.walk():
        if not (part.minutes and part.children):
            continue
        steps = [step for step in part.walk() if not step.children and not step.optional]
        silent = [step for step in steps if not step.minutes]
        rest = part.minutes - sum(step.minutes for step in steps)
        if silent and rest >= len(silent):
            share, more = divmod(rest, len(silent))
            for n, step in enumerate(silent):
                step.minutes = min(MOST, share + (n < more))
