"""The parts of a Markdown document that matter for a plan."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Heading:
    """A heading in Markdown or HTML; `text` is still Markdown."""

    level: int
    text: str
    line: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `text` is still Markdown."""

    text: str
    line: int


@dataclass(slots=True)
class ListItem:
    """One item of a list with everything that stands in it."""

    blocks: "list[Block]"
    line: int


@dataclass(slots=True)
class ListBlock:
    """A bullet list or a numbered one."""

    items: list[ListItem]
    line: int
    numbered: bool = False


@dataclass(slots=True)
class Row:
    """A row of a table; cells are still Markdown."""

    cells: list[str]
    line: int


@dataclass(slots=True)
class Table:
    """A table: its head and its other rows."""

    head: Row
    rows: list[Row]
    line: int


@dataclass(slots=True)
class Quote:
    """A block quote."""

    blocks: "list[Block]"
    line: int


@dataclass(slots=True)
class Details:
    """`<details>` opens or closes here."""

    opens: bool
    line: int


@dataclass(slots=True)
class Summary:
    """The `<summary>` of the details just opened."""

    text: str
    line: int


@dataclass(slots=True)
class Rule:
    """A horizontal rule."""

    line: int


@dataclass(slots=True)
class Ignored:
    """Something that is never a step: `what` says what it was; `last` is its last line, or 0."""

    what: str
    line: int
    example: str = ""
    last: int = 0


Block = Heading | Paragraph | ListBlock | Table | Quote | Details | Summary | Rule | Ignored


@dataclass(slots=True)
class Document:
    """A whole Markdown file: its blocks, what its link references stand for, its blank lines."""

    blocks: list[Block]
    references: dict[str, object] = field(default_factory=dict)
    title: str = ""
    last: int = 0
    blank: frozenset[int] = frozenset()
