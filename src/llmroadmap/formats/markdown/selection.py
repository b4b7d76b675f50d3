"""What of an outline is the plan: which items are steps, which are groups, what is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.dropping import Dropping
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import (
    is_only_reference,
    is_reference,
    is_resource,
    is_sequence,
    is_study,
    says_plan,
)
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.signs import read_signs
from llmroadmap.formats.markdown.titles import ALL_ABOUT, LONGEST_ABOUT
from llmroadmap.formats.plain_text import shows_something

# Of so many steps one that says "read" or "watch" makes a list one of study.
STUDYING = 6
_RESOURCES = 6
_LEAST_PARTS = 2
_BOLD_STEPS = 3
_PROSE_SECTIONS = 2
_MOST_LINKS = 10


@dataclass(frozen=True, slots=True)
class _Context:
    """What counts in a section.

    `boxed`: its boxes are its steps, and links beside them are offered as optional; `plain`: items
    without a link are steps too; `counted`: a heading above counts (week 3).
    """

    boxed: bool = False
    plain: bool = False
    counted: bool = False


@dataclass(slots=True)
class Selection:
    """Decides on one outline.

    `strict` leaves out what is about the plan rather than in it. `include` names what the user
    wants taken that would be left out: "lists", "paragraphs", "sections".
    """

    root: Node
    log: LeftOutLog
    title: str = ""
    strict: bool = True
    include: frozenset[str] = frozenset()
    boxed: bool = False
    plain: bool = False
    _folded: set[int] = field(default_factory=set)

    def run(self) -> Node | None:
        """Return the outline with only steps for leaves, or None if it has none."""
        read_signs(self.root, self.log)
        Dropping(root=self.root, log=self.log, strict=self.strict, include=self.include).run()
        self._choose_units()
        self._leave_references_for_later()
        leaves = [part for part in self.root.walk() if not part.children]
        kept = self._kept(self.root, _Context(boxed=self.boxed, plain=self.plain))
        self._report(leaves, kept)
        return kept

    @property
    def _longest_about(self) -> int:
        return ALL_ABOUT if "paragraphs" in self.include else LONGEST_ABOUT

    # --- what kind of plan it is ---

    def _choose_units(self) -> None:
        parts = list(self.root.walk())
        leaves = [part for part in parts if not part.children and not part.is_section]
        boxes = sum(bool(part.box) for part in parts)
        links = sum((part.linked and not part.box) or part.form == "row" for part in leaves)
        self.boxed = boxes > 0 and boxes * 4 >= links
        if boxes or links * 5 >= len(leaves):
            return
        sections = [part for part in parts if part.is_section]
        counted = any(_has_unit(part.title) for part in (*sections, *leaves))
        learning = any(map(says_plan, [self.title, *(s.title for s in sections)]))
        studying = sum(is_study(leaf.title) for leaf in leaves) * STUDYING >= len(leaves) > 0
        self.plain = not counted and (learning or studying)

    def _leave_references_for_later(self) -> None:
        """Make what one may look up optional, where other sections are boxes or are counted."""
        sections = [part for part in self.root.walk() if part.is_section and part.children]
        plan = [
            part for part in sections if _has_unit(part.title) or any(c.box for c in part.children)
        ]
        if len(plan) < _LEAST_PARTS:
            return
        for part in sections:
            if is_only_reference(part.title):
                inside = [each for each in part.walk() if each is not part]
                part.optional = not any(each.box or each.is_section for each in inside)

    def _inside(self, node: Node, around: _Context) -> _Context:
        """Return what counts in a section, by what it holds itself."""
        if not node.is_section and node is not self.root:
            return around
        leaves = list(_own_leaves(node))
        counted = around.counted or _has_unit(node.title)
        if any(leaf.box for leaf in leaves):
            return _Context(boxed=self.boxed, counted=counted)
        rows = bool(leaves) and all(leaf.form == "row" for leaf in leaves)
        if self.boxed and not counted and not (rows and not is_reference(node.title)):
            return _Context(boxed=True)
        linked = sum(leaf.linked or leaf.form == "row" for leaf in leaves)
        evident = sum(leaf.linked or leaf.form == "row" or _has_unit(leaf.title) for leaf in leaves)
        plain = "lists" in self.include or evident * 2 >= len(leaves) > 0
        plain = plain or (counted and (not linked or linked * 3 >= len(leaves)))
        if self.plain and not linked:
            plain = plain or not _is_prose(leaves)
        return _Context(plain=plain, counted=counted)

    # --- steps and groups ---

    def _kept(self, node: Node, around: _Context) -> Node | None:
        """Return `node` as a step or a group of steps, or None."""
        if not node.children:
            return self._leaf(node, around)
        is_task = node.box and not node.is_section
        if is_task and not any(part.box for child in node.children for part in child.walk()):
            return self._with_parts(node)
        inside = self._inside(node, around)
        if self._is_one_step(node, inside):
            node.optional = node.optional or (inside.boxed and not node.box)
            return self._with_parts(node)
        whole = (
            self._bold_steps(node, inside) | self._sequence_steps(node) | self._prose_steps(node)
        )
        kept, notes = [], []
        for child in node.children:
            found = child if id(child) in whole else self._kept(child, inside)
            if found is not None:
                kept += [found] if shows_something(found.title) else found.children
            elif not child.is_section:
                notes.append(child)
        return self._group(node, kept, notes, inside)

    def _group(
        self, node: Node, kept: list[Node], notes: list[Node], inside: _Context
    ) -> Node | None:
        if not kept:
            if not node.linked and not (node.is_section and inside.counted and node.prose):
                return None
            node.children = notes
            node.optional = node.optional or inside.boxed
            return self._with_parts(node)
        if node.box == "done" and not all(
            part.box == "done" for child in kept for part in child.walk() if not part.children
        ):
            self.log.add("group-ticks", node.line, node.title)
        for note in notes:
            if not node.is_section and node is not self.root:
                self._fold(node, note)
                self.log.add("notes", note.line, note.title)
        if node.is_section and (inside.counted or "paragraphs" in self.include):
            self._take_prose(node)
        node.children = kept
        return node

    def _leaf(self, node: Node, around: _Context) -> Node | None:
        if not shows_something(node.title):
            if node.box:
                self.log.add("empty-boxes", node.line)
            return None
        if node.form in {"section", "details", "bold", "label"}:
            if not node.linked or node.form != "section":
                return None
            node.optional = node.optional or around.boxed
            return node
        if node.box:
            return node
        if around.boxed:
            node.optional = True
            return node if node.linked or node.form == "row" else None
        return node if node.linked or node.form == "row" or around.plain else None

    def _is_one_step(self, node: Node, inside: _Context) -> bool:
        """Tell whether what stands under `node` only says more about it."""
        if self.plain or (node.is_section and (node.form != "bold" or inside.boxed)):
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

    def _bold_steps(self, node: Node, inside: _Context) -> set[int]:
        """Return bold paragraphs that are steps: several of a kind without a list of their own."""
        if inside.boxed or self.boxed:
            return set()
        bolds = [child for child in node.children if child.form == "bold"]
        counted = [bold for bold in bolds if is_sequence(bold.title)]
        if len(bolds) < _BOLD_STEPS and len(counted) < 2:
            return set()
        steps = [bold for bold in bolds if not bold.children]
        for bold in steps:
            self._take_prose(bold)
        return {id(bold) for bold in steps}

    def _sequence_steps(self, node: Node) -> set[int]:
        """Return counted sections that hold prose only; they are what one goes through."""
        sections = [child for child in node.children if child.form == "section"]
        counted = [section for section in sections if is_sequence(section.title)]
        if len(counted) < 2:
            return set()
        steps = [section for section in counted if not section.children]
        if self.boxed:
            steps = [s for s in steps if (s.words or s.linked) and _has_unit(s.title)]
        for section in steps:
            self._take_prose(section)
        return {id(section) for section in steps}

    def _prose_steps(self, node: Node) -> set[int]:
        """Return sections that name what to study in their sentences, where others do so too."""
        sections = [child for child in node.children if child.form == "section"]
        prose = [part for part in sections if part.prose and not part.children and not part.linked]
        wanted = "paragraphs" in self.include
        if self.boxed and not wanted:
            return set()
        if not wanted and (len(prose) < _PROSE_SECTIONS or len(prose) * 2 < len(sections)):
            return set()
        for section in prose:
            if len(section.prose) == 1 or is_sequence(section.title):
                self._take_prose(section)
            else:
                section.children = [_of_link(section, link) for link in section.prose]
                self._take_sentences(section)
                section.from_prose = True
        if wanted:
            prose += [part for part in sections if not part.children and part.words]
        return {id(section) for section in prose}

    # --- nothing is lost in silence ---

    def _with_parts(self, node: Node) -> Node:
        """Make `node` a step that keeps the links and some of the words of what stood under it."""
        for child in node.children:
            self._fold(node, child)
        self._take_prose(node)
        node.children = []
        return node

    def _fold(self, node: Node, note: Node) -> None:
        known = {link["url"] for link in node.links}
        for part in note.walk():
            self._folded.add(id(part))
            for link in part.links:
                if link["url"] not in known:
                    known.add(link["url"])
                    words = {"title": part.title} if part.title and "title" not in link else {}
                    node.links.append({**link, **words})
            text = part.about if part.links else _sentence(part)
            said = not shows_something(text) or node.add_about(text, self._longest_about)
            if said:
                node.lines |= {part.line, *part.lines}
            else:
                self.log.add("more-words", part.line, part.title)

    def _report(self, leaves: list[Node], kept: Node | None) -> None:
        """Tell of everything that was in the outline and is neither a step nor a part of one."""
        taken = {id(part) for part in kept.walk()} if kept is not None else set()
        for part in leaves:
            if id(part) in taken or id(part) in self._folded or not shows_something(part.title):
                continue
            what = _KIND_OF_FORM.get(part.form, "sections")
            if what != "sections" or part.words:
                last = part.last if part.is_section else 0
                self.log.add(what, part.line, part.title, last=last)
        for part in self.root.walk():
            if part.prose and part.children and id(part) in taken and not part.from_prose:
                for line in part.sentences:
                    self.log.add("paragraph-links", line, part.prose[0]["title"])

    def _take_prose(self, node: Node) -> None:
        """Give a section the links in its paragraphs."""
        known = {link["url"] for link in node.links}
        for link in node.prose:
            if link["url"] in known:
                continue
            known.add(link["url"])
            if len(node.links) < _MOST_LINKS:
                node.links.append(link)
            else:
                self.log.add("more-links", node.line, link["url"])
        node.prose = []
        self._take_sentences(node)

    def _take_sentences(self, node: Node) -> None:
        """Keep the words around the links that were taken out of a section's paragraphs."""
        for line, text in node.sentences.items():
            if line in node.lines:
                continue
            if text in {link.get("title") for link in node.links} or node.add_about(
                text, self._longest_about
            ):
                node.lines.add(line)
            else:
                self.log.add("more-words", line, text)


_KIND_OF_FORM = {"item": "lists", "links": "paragraphs", "row": "tables", "label": "labels"}


def _own_leaves(node: Node) -> Iterator[Node]:
    """Yield the leaves of a section's own lists and tables."""
    for child in node.children:
        if not child.is_section:
            yield from (part for part in child.walk() if not part.children)


def _has_unit(title: str) -> bool:
    """Tell whether a title is a week, a day, a chapter …: counted, and of something."""
    count = count_of(title)
    return (count is not None and bool(count.unit)) or (count is None and is_sequence(title))


def _is_prose(leaves: list[Node]) -> bool:
    """Tell whether the items of a list are mostly sentences, which say something about a thing."""
    ends = sum(
        (leaf.about or leaf.title).endswith((".", "。", "!", "！")) and len(leaf.title) > 8
        for leaf in leaves
    )
    return ends * 2 > len(leaves)


def _of_link(section: Node, link: dict[str, str]) -> Node:
    node = Node(title=link["title"], line=section.line, form="links", linked=True)
    node.links = [{"url": link["url"]}]
    return node


def _sentence(part: Node) -> str:
    text = f"{part.title}: {part.about}" if part.about else part.title
    return text if not text or re.search(r"[.!?。！？:;]$", text) else f"{text}."
