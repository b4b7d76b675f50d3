"""What of an outline is the plan: which items are steps, which are groups, what is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from llmroadmap.formats.markdown.boxes import ballot_box, is_empty_ballot
from llmroadmap.formats.markdown.dropping import Dropping
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import (
    is_resource,
    is_sequence,
)
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.titles import LONGEST_ABOUT
from llmroadmap.formats.plain_text import shows_something

_RESOURCES = 6
_BOLD_STEPS = 3


@dataclass(slots=True)
class Selection:
    """Decides on one outline.

    `strict` leaves out what is about the plan rather than in it. A plan with task boxes has them
    as its steps; links beside them are offered as optional.
    """

    root: Node
    log: LeftOutLog
    strict: bool = True
    boxed: bool = False
    plain: bool = False

    def run(self) -> Node | None:
        """Return the outline with only steps for leaves, or None if it has none."""
        self._read_ballots()
        Dropping(self.root, self.log, strict=self.strict).run()
        self._choose_units()
        return self._kept(self.root, plain_counts=self.plain)

    # --- what kind of plan it is ---

    def _read_ballots(self) -> None:
        """Take ballot characters for boxes where some are empty; else they are decoration."""
        marked = [part for part in self.root.walk() if part.mark and not part.box]
        if any(is_empty_ballot(part.mark) for part in marked):
            for part in marked:
                part.box = ballot_box(part.mark)

    def _choose_units(self) -> None:
        parts = list(self.root.walk())
        leaves = [part for part in parts if not part.children and not part.is_section]
        boxes = sum(bool(part.box) for part in parts)
        links = sum((part.linked and not part.box) or part.form == "row" for part in leaves)
        self.boxed = boxes > 0 and boxes * 4 >= links
        self.plain = boxes == 0 and links * 5 < len(leaves)

    # --- steps and groups ---

    def _kept(self, node: Node, *, plain_counts: bool) -> Node | None:
        """Return `node` as a step or a group of steps, or None."""
        if not node.children:
            return self._leaf(node, plain_counts=plain_counts)
        if node.box and not any(part.box for child in node.children for part in child.walk()):
            return _with_parts(node)
        if self._is_one_step(node):
            node.optional = node.optional or self.boxed
            return _with_parts(node)
        inside = plain_counts or self._counts_plain(node)
        bolds = self._bold_steps(node) | self._sequence_steps(node)
        kept, notes = [], []
        for child in node.children:
            if id(child) in bolds:
                kept.append(child)
                continue
            found = self._kept(child, plain_counts=inside)
            if found is not None:
                kept += [found] if shows_something(found.title) else found.children
            elif not child.is_section:
                notes.append(child)
        return self._group(node, kept, notes)

    def _group(self, node: Node, kept: list[Node], notes: list[Node]) -> Node | None:
        if not kept:
            node.children = notes
            node.optional = node.optional or self.boxed
            return _with_parts(node) if node.linked and not node.is_section else None
        if node.box == "done" and not all(
            part.box == "done" for child in kept for part in child.walk() if not part.children
        ):
            self.log.add("group-ticks", node.line, node.title)
        for note in notes:
            _fold(node, note)
            if self.boxed and shows_something(note.title):
                self.log.add("notes", note.line, note.title)
        node.children = kept
        return node

    def _leaf(self, node: Node, *, plain_counts: bool) -> Node | None:
        if not shows_something(node.title):
            if node.box:
                self.log.add("empty-boxes", node.line)
            return None
        if node.form in {"section", "details", "bold", "label"}:
            return node if node.linked and node.form == "section" and not self.boxed else None
        if node.box:
            return node
        if self.boxed:
            node.optional = True
            return node if node.linked or node.form == "row" else None
        return node if node.linked or node.form == "row" or plain_counts else None

    def _counts_plain(self, node: Node) -> bool:
        """Tell whether items without a link are steps here: where enough beside them are."""
        if self.boxed or not node.is_section:
            return False
        leaves = list(_own_leaves(node))
        evident = sum(leaf.linked or leaf.bold or leaf.form == "row" for leaf in leaves)
        return bool(leaves) and evident * 3 >= len(leaves)

    def _is_one_step(self, node: Node) -> bool:
        """Tell whether what stands under `node` only says more about it."""
        if self.plain or (node.is_section and (node.form != "bold" or self.boxed)):
            return False
        leaves = [part for child in node.children for part in child.walk()]
        if any(part.box for part in leaves) or node.form == "label":
            return False
        linked = [part for part in leaves if part.linked]
        if node.linked and (not linked or (linked == leaves and len(leaves) == 1)):
            return True
        resources = all(
            not child.children and child.linked and is_resource(child.title)
            for child in node.children
        )
        return resources and len(node.children) <= _RESOURCES

    def _bold_steps(self, node: Node) -> set[int]:
        """Return bold paragraphs that are steps: several of a kind without a list of their own."""
        if self.boxed:
            return set()
        bolds = [child for child in node.children if child.form == "bold"]
        if len(bolds) < _BOLD_STEPS:
            return set()
        return {id(bold) for bold in bolds if not bold.children}

    def _sequence_steps(self, node: Node) -> set[int]:
        """Return numbered sections that hold prose only; they are what one goes through."""
        if self.boxed:
            return set()
        sections = [child for child in node.children if child.form == "section"]
        counted = [section for section in sections if is_sequence(section.title)]
        if len(counted) < 2:
            return set()
        return {id(section) for section in counted if not section.children}


def _own_leaves(node: Node) -> Iterator[Node]:
    """Yield the leaves of a section's own lists and tables."""
    for child in node.children:
        if not child.is_section:
            yield from (part for part in child.walk() if not part.children)


def _with_parts(node: Node) -> Node:
    """Make `node` a step that keeps the links and some of the words of what stood under it."""
    for child in node.children:
        _fold(node, child)
    node.children = []
    return node


def _fold(node: Node, note: Node) -> None:
    known = {link["url"] for link in node.links}
    for part in note.walk():
        for link in part.links:
            if link["url"] not in known:
                known.add(link["url"])
                words = {"title": part.title} if part.title and "title" not in link else {}
                node.links.append({**link, **words})
        if not part.linked and shows_something(part.title):
            node.add_about(_sentence(part), LONGEST_ABOUT)


def _sentence(part: Node) -> str:
    text = f"{part.title}: {part.about}" if part.about else part.title
    return text if not text or re.search(r"[.!?。！？:;]$", text) else f"{text}."
