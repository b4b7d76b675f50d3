"""From blocks to an outline: sections by their headings, items by their lists and tables."""

import re
from dataclasses import dataclass, field

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.blocks import (
    Block,
    Details,
    Document,
    Heading,
    Ignored,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Summary,
    Table,
)
from llmroadmap.formats.markdown.inline import InlineReader, Line
from llmroadmap.formats.markdown.ledger import Reminders
from llmroadmap.formats.markdown.lines import (
    bold_label,
    is_bold_heading,
    is_counted_heading,
    is_link_list,
    is_name,
    points_back,
    starts_bold,
    width,
)
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import is_noise
from llmroadmap.formats.markdown.nodes import Node, prose_links, take_links
from llmroadmap.formats.markdown.open_sections import OpenSections
from llmroadmap.formats.markdown.recall import without_recall
from llmroadmap.formats.markdown.tables import TableReader
from llmroadmap.formats.markdown.titles import (
    ALL_ABOUT,
    LONGEST_ABOUT,
    decorated_off,
    heading_title,
    titled,
)
from llmroadmap.formats.marks import is_optional_mark, marks_behind, take_marks
from llmroadmap.formats.plain_text import shorten, shows_something
from llmroadmap.formats.ticks import take_last_sign

_LABEL = 40
_LONGEST_OPENING = 60
_SAYS = re.compile(r"\w+\s?[:：]")


@dataclass(slots=True)
class OutlineReader:
    """Builds the outline of one document."""

    inline: InlineReader
    base: str | None
    log: LeftOutLog
    include: frozenset[str] = frozenset()
    banner: str = ""
    opening: str = ""
    opening_line: int = 0
    known: Reminders = field(default_factory=Reminders)

    def read(self, document: Document) -> Node:
        """Return the root of the outline; its title is empty."""
        root = Node(title="", line=0, form="section")
        _Filling(reader=self, root=root, top=True).fill(document.blocks)
        self.opening = self._opening_line(document)
        _find_ends(root, document.last)
        return root

    def _opening_line(self, document: Document) -> str:
        """Return the short line that opens a text without headings: its title."""
        first = next((block for block in document.blocks if not isinstance(block, Ignored)), None)
        has_headings = any(isinstance(b, Heading) and b.level < 6 for b in document.blocks[:200])
        if not isinstance(first, Paragraph) or has_headings or "\n" in first.text:
            return ""
        line = self.inline.read(first.text)
        if any(run.href for run in line.runs) or count_of(line.text) or _SAYS.match(line.text):
            return ""
        if width(line.text) > _LONGEST_OPENING or line.text.endswith(tuple(".:!?。：！？,，;；")):
            return ""
        self.opening_line = first.line
        return decorated_off(line.text)

    @property
    def longest_about(self) -> int:
        """How much may be said about a part: more where the reader asks for paragraphs."""
        return ALL_ABOUT if "paragraphs" in self.include else LONGEST_ABOUT

    def item(self, item: ListItem) -> Node:
        """Return a list item with everything in it."""
        node = Node(title="", line=item.line)
        whole = item
        item, node.recall = without_recall(item)
        if node.recall:
            node.lines.update(block.line for block in whole.blocks if isinstance(block, Paragraph))
        rest = item.blocks
        first = rest[0] if rest else None
        if isinstance(first, Heading):
            self._name(node, self.inline.read(first.text, boxes=True), heading=True)
            if shows_something(node.title):
                node.form, node.level = "section", first.level
            rest = rest[1:]
        elif isinstance(first, Paragraph):
            self._name(node, self.inline.read(first.text, boxes=True), heading=False)
            rest = rest[1:]
        _Filling(reader=self, root=node, top=False).fill(rest)
        return node

    def read_item_line(self, node: Node, line: Line) -> None:
        """Read the line of an item into its node."""
        self._name(node, line, heading=False)

    def _name(self, node: Node, line: Line, *, heading: bool) -> None:
        node.box, node.mark, node.bold = line.box, line.mark, starts_bold(line)
        node.struck = line.struck_out
        node.mark = node.mark or take_last_sign(line.text)[0]
        if heading:
            self.name(node, heading_title(line))
        else:
            named = titled(line)
            rest = marks_behind(named.about)
            self.name(node, named.title)
            node.about = take_last_sign(f" {node.take(rest)}")[1].strip()
            if is_optional_mark(node.about):
                node.optional, node.about = True, ""
            if rest.dropped:
                self.log.add("task-fields", node.line, rest.dropped)
        if line.box and line.mark:
            self.log.add("box-marks", node.line, f"[{line.mark}] {node.title}")
        self.take(node, line)

    def name(self, node: Node, title: str) -> None:
        """Give a node its title without the marks in it, and what they say."""
        sign, words = take_last_sign(title)
        marks = take_marks(title)
        if sign and not marks.state:
            marks = take_marks(words)
        elif marks.state:
            node.mark = ""
        node.title = node.take(marks)
        if marks.dropped:
            self.log.add("task-fields", node.line, marks.dropped)

    def take(self, node: Node, line: Line) -> None:
        """Take the links of a line into a node and note its pictures."""
        self.note_pictures(line, node.line)
        take_links(node, line, self.base, self.log)

    def note_pictures(self, line: Line, number: int) -> None:
        """Note pictures and badges, which a roadmap has no place for."""
        if line.badges:
            self.log.add("badges", number)
        if line.images:
            self.log.add("images", number)


@dataclass(slots=True)
class _Filling:
    """Fills one node from its blocks; `open` are the sections that the next block belongs to."""

    reader: OutlineReader
    root: Node
    top: bool
    label: Node | None = None
    open: OpenSections = field(init=False)
    unclosed: set[int] = field(default_factory=set)
    after_rule: bool = False

    def __post_init__(self) -> None:
        self.open = OpenSections(self.root)

    def fill(self, blocks: list[Block]) -> None:
        """Read the blocks in their order."""
        self.unclosed = _unclosed(blocks)
        for block in blocks:
            self._read(block)

    def _read(self, block: Block) -> None:
        self._read_one(block)
        self.after_rule = isinstance(block, Rule)

    def _read_one(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case ListBlock():
                self._put([self.reader.item(item) for item in block.items])
            case Table():
                table = TableReader(
                    inline=self.reader.inline,
                    base=self.reader.base,
                    log=self.reader.log,
                    plain="tables" in self.reader.include,
                )
                self._put(table.nodes(block))
            case Quote():
                self._quote(block)
            case Details():
                self._details(block)
            case Summary():
                self._summary(block)
            case Rule():
                self.open.close_bold()
            case Ignored():
                self.reader.log.add(block.what, block.line, block.example, last=block.last)

    def _heading(self, block: Heading) -> None:
        line = self.reader.inline.read(block.text, boxes=True)
        title = heading_title(line)
        if not shows_something(title):
            self.reader.known.nothing.add(block.line)
            self.reader.note_pictures(line, block.line)
            return
        self.open.close_for(block.level)
        node = Node(title=title, line=block.line, form="section", level=block.level)
        node.box, node.struck = line.box, line.struck_out
        node.mark = line.mark or take_last_sign(line.text)[0]
        self.reader.name(node, title)
        self.reader.take(node, line)
        self._open(node)

    def _open(self, node: Node) -> None:
        self.label = None
        self.open.add(node)

    def _paragraph(self, block: Paragraph) -> None:
        line = self.reader.inline.read(block.text)
        self.reader.note_pictures(line, block.line)
        text = line.text
        here = self.open.last
        if here is self.root and self.top and not self.reader.banner:
            self.reader.banner = next(filter(is_name, line.alts), "")
        if not shows_something(text):
            self.reader.known.nothing.add(block.line)
            return
        if _leads_back(line):
            self.reader.log.add("inner-links", block.line, text)
            return
        self._give_up_label()
        if any(run.href for run in line.runs):
            self.reader.known.linked.add(block.line)
        if not self.top:
            take_links(here, line, self.reader.base, self.reader.log)
        label = bold_label(line)
        if text.endswith((":", "：")) and width(text) <= _LABEL:
            self._label(text, block.line)
        elif label is not None and (label[1].runs and any(run.href for run in label[1].runs)):
            self._labelled(label[0], label[1], block.line)
        elif (self.top and (is_bold_heading(line, text, after_rule=self.after_rule))) or (
            self.top and is_counted_heading(line, text)
        ):
            self._bold_section(line, block.line)
        elif self.top and is_link_list(line):
            self._put(self._linked_words(line, block.line))
        elif text.endswith((":", "：")) and "paragraphs" not in self.reader.include:
            return
        else:
            self._prose(here, line, block.line)

    def _label(self, text: str, number: int) -> None:
        self.reader.known.labels.add(number)
        self.label = Node(title="", line=number, form="label", mark=take_last_sign(text)[0])
        self.reader.name(self.label, decorated_off(text))

    def _labelled(self, label: str, rest: Line, number: int) -> None:
        """Read "**Watch:** Chords ([link](…))": an item under its label."""
        group = Node(title=decorated_off(label), line=number, form="label")
        item = Node(title="", line=number)
        self.reader.read_item_line(item, rest)
        group.children = [item]
        self._put([group])

    def _bold_section(self, line: Line, number: int) -> None:
        self.open.close_bold()
        level = self.open.last.level + 0.5
        node = Node(title="", line=number, form="bold", level=level)
        node.mark = line.mark or take_last_sign(line.text)[0]
        node.struck = line.struck_out
        self.reader.name(node, decorated_off(line.text.rstrip(".")))
        self.reader.take(node, line)
        self._open(node)

    def _give_up_label(self) -> None:
        """Keep the words of a label with nothing below it, where the reader asks for such."""
        label, here = self.label, self.open.last
        self.label = None
        if label is None or "paragraphs" not in self.reader.include:
            return
        if here.add_about(f"{label.title}:", ALL_ABOUT):
            here.lines.add(label.line)

    def _prose(self, here: Node, line: Line, number: int) -> None:
        text = line.text
        if not self.top:
            self._about(here, line, number)
            return
        here.words += len(text.split()) + sum(ord(char) >= 0x2E80 for char in text) // 2
        links = prose_links(line, self.reader.base)
        here.prose += links
        if links:
            here.sentences[number] = text
        if "paragraphs" in self.reader.include or not (points_back(line) or here.children):
            self._about(here, line, number)

    def _about(self, node: Node, line: Line, number: int) -> None:
        if not self.top or "paragraphs" in self.reader.include:
            if node.add_about(line.text, self.reader.longest_about):
                node.lines.add(number)
        elif not node.about:
            node.about = shorten(line.text, LONGEST_ABOUT)
            node.lines.add(number)

    def _linked_words(self, line: Line, number: int) -> list[Node]:
        """Return a node for each link of a paragraph that is nothing but links."""
        nodes: list[Node] = []
        last = ""
        for run in line.runs:
            if run.href is None or run.picture or not any(char.isalnum() for char in run.text):
                continue
            if nodes and run.href == last:
                nodes[-1].title += run.text
                continue
            last = run.href
            node = Node(title=decorated_off(run.text.strip()), line=number, form="links")
            take_links(node, Line(runs=[run]), self.reader.base, self.reader.log)
            nodes.append(node)
        return nodes

    def _put(self, nodes: list[Node]) -> None:
        """Add items to the section they stand in, under their label if they have one."""
        into = self.open.last
        if self.label is not None and nodes:
            self.open.put([self.label], into)
            into = self.label
        self.label = None
        self.open.put(nodes, into)

    def _quote(self, block: Quote) -> None:
        """Read task lists in a quote, which GitHub shows as such; the rest of it is an aside."""
        if "quotes" in self.reader.include:
            for inner in block.blocks:
                self._read_one(inner)
            return
        for inner in block.blocks:
            if isinstance(inner, ListBlock):
                nodes = [self.reader.item(item) for item in inner.items]
                if any(part.box for node in nodes for part in node.walk()):
                    self._put(nodes)
            elif isinstance(inner, Quote):
                self._quote(inner)

    def _details(self, block: Details) -> None:
        self.label = None
        if block.opens:
            self.open.fold(closes=id(block) not in self.unclosed)
        else:
            self.open.unfold()

    def _summary(self, block: Summary) -> None:
        line = self.reader.inline.read(block.text)
        title = heading_title(line)
        node = Node(title=title, line=block.line, form="details", level=self.open.last.level)
        node.mark = line.mark or take_last_sign(line.text)[0]
        self.reader.name(node, title)
        if title.casefold() == self.open.last.title.casefold() or is_noise(line.text):
            if node.optional:
                self.open.make_fold_optional()
            return
        self.reader.take(node, line)
        self.label = None
        self.open.name_fold(node)


def _leads_back(line: Line) -> bool:
    """Tell whether a paragraph only leads to another place of the page: "⬆ back to top"."""
    words = [run for run in line.runs if any(map(str.isalnum, run.text))]
    return bool(words) and all((run.href or "").startswith("#") for run in words)


def _find_ends(section: Node, last: int) -> None:
    """Find the last line of every section: that before the next one, of it or of one around it."""
    waiting = [(section, last)]
    while waiting:
        node, end = waiting.pop()
        node.last = end
        for child in reversed(node.children):
            waiting.append((child, end))
            if child.is_section:
                end = child.line - 1


def _unclosed(blocks: list[Block]) -> set[int]:
    """Return the ids of the details blocks that are opened and never closed."""
    opened: list[int] = []
    for block in blocks:
        if isinstance(block, Details):
            if block.opens:
                opened.append(id(block))
            elif opened:
                opened.pop()
    return set(opened)
