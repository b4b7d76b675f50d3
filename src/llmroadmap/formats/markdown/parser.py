"""From Markdown text to blocks, by markdown-it-py in GitHub's flavour."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.markdown.blocks import (
    Block,
    Document,
    Heading,
    Ignored,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
)
from llmroadmap.formats.markdown.html import read_html
from llmroadmap.formats.markdown.loose_lines import split_lines
from llmroadmap.formats.markdown.source import prepare

# The parser drops what is nested deeper than its limit without a word; with this much room
# everything that is too deep for a roadmap is still seen, and refused.
_PARSER_DEPTH = 120
_MENDS = 3
# What blocks of code are said to be in that hold a plan: assistants hand plans over so.
_TEXT = frozenset({"md", "markdown", "text", "txt", "plain", "plaintext"})


class GithubMarkdown(MarkdownIt):
    """markdown-it with tables and strikethrough, and with addresses left as they are written."""

    def __init__(self, depth: int, *, html: bool = True) -> None:
        super().__init__("commonmark", {"maxNesting": depth})
        self.enable(["table", "strikethrough"])
        self.disable("inline")
        if not html:
            self.disable("html_block")

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        """Take every address for a link, so that a bad one is left out instead of shown raw."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Keep the address as the author wrote it."""
        return url


class DocumentParser:
    """Reads one Markdown file into a `Document`.

    `exactly`: as it is written, without making lists of lines that only look like items. `code`: what
    stands in blocks of code is read as Markdown, too.
    """

    def __init__(self, *, exactly: bool = False, code: bool = False) -> None:
        self._exactly = exactly
        self._code = code
        self._full = GithubMarkdown(_PARSER_DEPTH)
        self._without_html = GithubMarkdown(_PARSER_DEPTH, html=False)
        self._environment: dict[str, Any] = {}

    def parse(self, text: str) -> Document:
        """Return the blocks of `text`; PlanUnreadable where it is no Markdown to work with."""
        source = prepare(text, exactly=self._exactly)
        numbers = range(1, len(source.lines) + 1)
        tokens, repaired = self._tokens(source.lines)
        blocks: list[Block] = [*source.ignored, *repaired]
        blocks += self._reader(tokens, numbers).blocks()
        return Document(
            blocks=blocks,
            references=self._environment.get("references", {}),
            title=source.title,
            last=len(source.lines),
            blank=frozenset(n for n, part in enumerate(_lines(text), 1) if not part.strip()),
        )

    def _tokens(self, lines: list[str]) -> tuple[list[Token], list[Ignored]]:
        """Parse; an unclosed fence or comment does not hide the rest of the plan."""
        repaired: list[Ignored] = []
        while True:
            self._environment = {}
            tokens = _parse(self._full, "\n".join(lines), self._environment)
            unclosed = _unclosed(tokens, lines) if len(repaired) < _MENDS else None
            if unclosed is None:
                return tokens, repaired
            line, what = unclosed
            repaired.append(Ignored(what=what, line=line + 1, example=lines[line].strip()[:60]))
            lines[line] = lines[line].replace("<!--", "", 1) if what == "unclosed-comment" else ""

    def _read_html_lines(self, lines: list[str], numbers: Sequence[int]) -> list[Block]:
        tokens = _parse(self._without_html, "\n".join(lines), self._environment)
        return self._reader(tokens, numbers).blocks()

    def _reader(self, tokens: list[Token], numbers: Sequence[int]) -> "_Reader":
        return _Reader(
            tokens, numbers, self._read_html_lines, exactly=self._exactly, code=self._code
        )


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _parse(parser: MarkdownIt, text: str, environment: dict[str, Any]) -> list[Token]:
    tokens = parser.parse(text, environment)
    for token in tokens:
        # A list inside a list adds two levels, a quote one.
        if token.level > 2 * MAX_DEPTH + 1:
            raise PlanUnreadable("too-deep", line=(token.map or [0])[0] + 1, detail=str(MAX_DEPTH))
    return tokens


def _unclosed(tokens: list[Token], lines: list[str]) -> tuple[int, str] | None:
    """Return the line that opens a fence or comment which then runs to the end of the file."""
    filled = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    for token in reversed(tokens):
        if token.type not in {"fence", "html_block"} or token.map is None:
            continue
        start, end = token.map
        if end <= filled or end - start < 2:
            return None
        if token.type == "html_block":
            opened = token.content.lstrip().startswith("<!--")
            return (start, "unclosed-comment") if opened and "-->" not in token.content else None
        closing = lines[filled].strip().lstrip("> ")
        closed = filled > start and closing.startswith(token.markup) and not closing.strip("`~")
        return None if closed else (start, "unclosed-code")
    return None


class _Reader:
    """Turns the parser's flat tokens into nested blocks."""

    def __init__(
        self,
        tokens: list[Token],
        numbers: Sequence[int],
        read_lines: Callable[[list[str], Sequence[int]], list[Block]],
        *,
        exactly: bool,
        code: bool,
    ) -> None:
        self._exactly = exactly
        self._code = code
        self._tokens = tokens
        self._numbers = numbers
        self._read_lines = read_lines
        self._at = 0
        self._lists = 0

    def blocks(self, end: str = "") -> list[Block]:
        """Read blocks up to the token that closes the one just opened."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            found += self._block(token)
        return found

    def _block(self, token: Token) -> list[Block]:
        line = self._line(token)
        match token.type:
            case "heading_open":
                return [Heading(int(token.tag[1]), self._inline("heading_close"), line)]
            case "paragraph_open":
                text, whole = self._inline("paragraph_close"), self._lists or self._exactly
                return [Paragraph(text, line)] if whole else split_lines(text, line)
            case "bullet_list_open" | "ordered_list_open":
                return [self._list(token, line)]
            case "blockquote_open":
                return [Quote(self.blocks("blockquote_close"), line)]
            case "table_open":
                return [self._table(line)]
            case "hr":
                return [Rule(line)]
            case "fence" | "code_block":
                return self._code_block(token, line)
            case "html_block":
                return self._html(token, line)
        return []

    def _line(self, token: Token) -> int:
        start = token.map[0] if token.map else 0
        return self._numbers[min(start, len(self._numbers) - 1)]

    def _last(self, token: Token) -> int:
        """Return the last line of a block."""
        end = token.map[1] - 1 if token.map else 0
        return self._numbers[min(end, len(self._numbers) - 1)]

    def _code_block(self, token: Token, line: int) -> list[Block]:
        lines = token.content.rstrip("\n").split("\n")
        if self._code:
            first = line + (token.type == "fence")
            return self._read_lines(lines, range(first, first + len(lines)))
        example = next((part.strip() for part in lines if part.strip()), "")
        what = "code" if token.info.strip() not in _TEXT else "text-code"
        return [Ignored(what=what, line=line, example=example[:60], last=self._last(token))]

    def _html(self, token: Token, line: int) -> list[Block]:
        """Read a block of HTML; the lines of it that hold nothing to read are told."""
        blocks = read_html(token.content, line, self._read_lines)
        ignored = [block for block in blocks if isinstance(block, Ignored)]
        if len(ignored) < len(blocks):
            return blocks
        return [replace(block, last=self._last(token)) for block in ignored[:1]]

    def _inline(self, end: str) -> str:
        text = ""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            text += token.content
        return text

    def _list(self, token: Token, line: int) -> ListBlock:
        numbered = token.type == "ordered_list_open"
        end = "ordered_list_close" if numbered else "bullet_list_close"
        items = []
        self._lists += 1
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            items.append(ListItem(self.blocks("list_item_close"), self._line(token)))
        self._lists -= 1
        return ListBlock(items, line, numbered)

    def _table(self, line: int) -> Table:
        rows: list[Row] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append(Row([], self._line(token) if token.map else line))
            elif token.type == "inline":
                rows[-1].cells.append(token.content)
        return Table(rows[0], rows[1:], line)
