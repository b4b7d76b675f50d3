"""What of an outline is no part of the plan: licence, contributors, a table of contents."""

from dataclasses import dataclass

from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import (
    is_contents,
    is_language,
    never_a_part,
    plain_name,
    rarely_a_part,
)
from llmroadmap.formats.markdown.nodes import Node


@dataclass(frozen=True, slots=True)
class Dropping:
    """Takes out of an outline what a learner does not study, and notes it.

    `strict` takes out also what is about the plan rather than in it.
    """

    root: Node
    log: LeftOutLog
    strict: bool
    include: frozenset[str] = frozenset()

    def run(self) -> None:
        """Change the outline in its place."""
        self._drop_sections(self.root, _size(self.root))
        if "sections" not in self.include:
            self._drop_languages(self.root)
        if "paragraphs" not in self.include:
            self._drop_navigation(self.root)
        names = {plain_name(part.title) for part in self.root.walk() if part.is_section}
        self._drop_contents(self.root, names)

    def _tell(self, what: str, items: list[Node]) -> None:
        for item in items:
            for part in item.walk():
                self.log.add(what, part.line, part.title)

    def _drop_sections(self, node: Node, size: int) -> None:
        kept = []
        for child in node.children:
            what = self._unwanted(child, size)
            if what:
                self.log.add(what, child.line, child.title, last=child.last)
            else:
                self._drop_sections(child, size)
                kept.append(child)
        node.children = kept

    def _unwanted(self, node: Node, size: int) -> str:
        if node.form == "row" or (node.form == "item" and not node.children):
            return ""
        if (not node.is_section and node.form != "label") or "sections" in self.include:
            return ""
        never = never_a_part(node.title)
        if never:
            return never
        rarely = rarely_a_part(node.title) if self.strict else ""
        boxes = any(part.box for part in node.walk())
        if rarely and not boxes and _size(node) * 2 <= max(size, 1):
            return rarely
        return ""

    def _drop_contents(self, node: Node, names: set[str]) -> None:
        """Drop lists whose links all point into the same page: a table of contents."""
        items = [child for child in node.children if not child.is_section and child.form != "label"]
        if items and not any(part.box for item in items for part in item.walk()):
            parts = [part for item in items for part in item.walk()]
            anchors = sum(part.anchors for part in parts)
            links = sum(part.linked for part in parts)
            named = sum(plain_name(item.title) in names for item in items)
            often = 1 if is_contents(node.title) else 4
            points = anchors >= 2 and anchors >= often * links
            repeats = not links and len(items) >= 2 and named * 3 >= 2 * len(items)
            if points or repeats:
                self._tell("contents", items)
                node.children = [child for child in node.children if child not in items]
        for child in node.children:
            self._drop_contents(child, names)

    def _drop_languages(self, node: Node) -> None:
        """Drop lists whose items are names of languages: translations, in whatever language."""
        items = [child for child in node.children if not child.is_section and child.form != "label"]
        named = sum(is_language(item.title) for item in items)
        if len(items) >= 2 and named * 3 >= 2 * len(items) and len(items) < _size(self.root):
            self._tell("translations", items)
            node.children = [child for child in node.children if child not in items]
        for child in node.children:
            self._drop_languages(child)

    def _drop_navigation(self, node: Node) -> None:
        """Drop links that stand above the first section of a page: home, forum, other languages."""
        sections = [child for child in node.children if child.is_section]
        banner = sections[0] if len(sections) > 1 else None
        if banner is not None and banner.level > sections[1].level and _only_links(banner):
            self._tell("navigation", [banner])
            banner.children = []
        self._drop_links_on_top(node)
        if node.children and node.children[0].form == "section":
            self._drop_links_on_top(node.children[0])

    def _drop_links_on_top(self, node: Node) -> None:
        first = next((n for n, child in enumerate(node.children) if child.is_section), 0)
        if not any(_size(child) for child in node.children[first:] if child.is_section):
            return
        kept = []
        for child in node.children[:first]:
            if child.form == "links":
                self.log.add("navigation", child.line, child.title)
            else:
                kept.append(child)
        node.children = kept + node.children[first:]


def _only_links(section: Node) -> bool:
    return bool(section.children) and all(child.form == "links" for child in section.children)


def _size(node: Node) -> int:
    return sum(bool(part.box or part.linked) for part in node.walk())
