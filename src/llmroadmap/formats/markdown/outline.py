"""From blocks to an outline: sections by their headings, items by their lists and tables."""

from dataclasses import dataclass, field

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
from llmroadmap.formats.markdown.lines import (
    is_bold_heading,
    is_link_list,
    is_name,
    points_back,
    starts_bold,
    width,
)
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import is_noise, says_optional
from llmroadmap.formats.markdown.nodes import Node, take_links
from llmroadmap.formats.markdown.open_sections import OpenSections
from llmroadmap.formats.markdown.tables import TableReader
from llmroadmap.formats.markdown.titles import (
    LONGEST_ABOUT,
    decorated_off,
    heading_title,
    titled,
)
from llmroadmap.formats.plain_text import shorten, shows_something

_LABEL = 40


@dataclass(slots=True)
class OutlineReader:
    """Builds the outline of one document."""

    inline: InlineReader
    base: str | None
    log: LeftOutLog
    banner: str = ""

    def read(self, document: Document) -> Node:
        """Return the root of the outline; its title is empty."""
        root = Node(title="", line=1, form="section")
        _Filling(reader=self, root=root, top=True).fill(document.blocks)
        return root

    def item(self, item: ListItem) -> Node:
        """Return a list item with everything in it."""
        node = Node(title="", line=item.line)
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

    def _name(self, node: Node, line: Line, *, heading: bool) -> None:
        if heading:
            node.title = heading_title(line)
        else:
            named = titled(line)
            node.title, node.about = named.title, named.about
        node.box, node.mark, node.bold = line.box, line.mark, starts_bold(line)
        node.optional = says_optional(line.text)
        if line.box and line.mark:
            self.log.add("box-marks", node.line, f"[{line.mark}] {node.title}")
        self.take(node, line)

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

    def __post_init__(self) -> None:
        self.open = OpenSections(self.root)

    def fill(self, blocks: list[Block]) -> None:
        """Read the blocks in their order."""
        self.unclosed = _unclosed(blocks)
        for block in blocks:
            self._read(block)

    def _read(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case ListBlock():
                self._put([self.reader.item(item) for item in block.items])
            case Table():
                table = TableReader(
                    inline=self.reader.inline, base=self.reader.base, log=self.reader.log
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
                self.reader.log.add(block.what, block.line, block.example)

    def _heading(self, block: Heading) -> None:
        line = self.reader.inline.read(block.text)
        title = heading_title(line)
        if not shows_something(title):
            self.reader.note_pictures(line, block.line)
            return
        self.open.close_for(block.level)
        node = Node(title=title, line=block.line, form="section", level=block.level)
        node.optional = says_optional(line.text)
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
            return
        self.label = None
        if not self.top:
            take_links(here, line, self.reader.base, self.reader.log)
        if text.endswith((":", "：")) and width(text) <= _LABEL:
            self.label = Node(title=decorated_off(text), line=block.line, form="label")
            self.label.optional = says_optional(text)
        elif self.top and is_bold_heading(line, text):
            self.open.close_bold()
            node = Node(
                title=decorated_off(text), line=block.line, form="bold", level=here.level + 0.5
            )
            self.reader.take(node, line)
            self._open(node)
        elif is_link_list(line):
            if here is not self.root and self.top and here.level > 1:
                self._put(self._linked_words(line, block.line))
        elif text.endswith((":", "：")):
            return
        elif not points_back(line) and not (self.top and here.children):
            self._about(here, line)

    def _about(self, node: Node, line: Line) -> None:
        if not self.top:
            node.add_about(line.text, LONGEST_ABOUT)
        elif not node.about:
            node.about = shorten(line.text, LONGEST_ABOUT)

    def _linked_words(self, line: Line, number: int) -> list[Node]:
        nodes = []
        for run in line.runs:
            if run.href is not None and any(char.isalnum() for char in run.text):
                node = Node(title=decorated_off(run.text.strip()), line=number)
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
        if title.casefold() == self.open.last.title.casefold() or is_noise(line.text):
            if says_optional(line.text):
                self.open.make_fold_optional()
            return
        node = Node(title=title, line=block.line, form="details", level=self.open.last.level)
        node.optional = says_optional(line.text)
        self.reader.take(node, line)
        self.label = None
        self.open.name_fold(node)


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
