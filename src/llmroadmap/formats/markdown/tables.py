"""Tables of a plan: a row with a link, a box or a place in an order is a step."""

from dataclasses import dataclass, field

from llmroadmap.formats.markdown.blocks import Row, Table
from llmroadmap.formats.markdown.inline import InlineReader, Line
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import (
    is_count,
    is_generic,
    is_ordinal_head,
    is_people_head,
    is_sequence,
    is_unit_head,
    names_a_count,
    plain_name,
)
from llmroadmap.formats.markdown.nodes import Node, take_links
from llmroadmap.formats.markdown.titles import (
    LONGEST_ABOUT,
    LONGEST_TITLE,
    decorated_off,
    readable_url,
    titled,
)
from llmroadmap.formats.plain_text import shorten, shows_something

_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "none", "tbd", "todo", "x", "/", "无"})


@dataclass(slots=True)
class TableReader:
    """Turns one table into nodes, one for each row that is a step."""

    inline: InlineReader
    base: str | None
    log: LeftOutLog
    heads: list[str] = field(default_factory=list)

    def nodes(self, table: Table) -> list[Node]:
        """Return the rows of `table` that may be steps; none where it only informs."""
        head = [self.inline.read(cell) for cell in table.head.cells]
        rows = [
            (row, [self.inline.read(cell, boxes=True) for cell in row.cells]) for row in table.rows
        ]
        self._note_pictures(rows)
        if any(run.href for line in head for run in line.runs):
            # Some authors have no head and start with the first row.
            head_row = [self.inline.read(cell, boxes=True) for cell in table.head.cells]
            rows.insert(0, (table.head, head_row))
            head = [Line() for _ in head]
            if _is_grid([cells for _, cells in rows]):
                return self._grid(rows)
        self.heads = [line.text for line in head]
        rows = [(row, cells) for row, cells in rows if _says_something(cells)]
        linked = any(run.href for _, cells in rows for line in cells for run in line.runs)
        boxed = any(line.box for _, cells in rows for line in cells)
        if not rows or not (linked or boxed or self._counts(rows)):
            if rows:
                self.log.add("tables", table.line, " | ".join(self.heads)[:60])
            return []
        return self._rows(rows)

    def _note_pictures(self, rows: list[tuple[Row, list[Line]]]) -> None:
        for row, cells in rows:
            if any(cell.badges for cell in cells):
                self.log.add("badges", row.line)
            if any(cell.images for cell in cells):
                self.log.add("images", row.line)

    def _counts(self, rows: list[tuple[Row, list[Line]]]) -> bool:
        """Tell whether the first column numbers the rows as weeks or lessons are numbered."""
        first = [cells[0].text for _, cells in rows if cells]
        counted = sum(text.strip("*. ").isdigit() or is_sequence(text) for text in first)
        return counted * 2 > len(rows) and (
            is_ordinal_head(self.heads[0]) or any(map(is_sequence, first))
        )

    def _rows(self, rows: list[tuple[Row, list[Line]]]) -> list[Node]:
        column = self._title_column([cells for _, cells in rows])
        nodes = []
        for row, cells in rows:
            node = self._row(row, cells, column)
            if node is not None:
                nodes.append(node)
        return nodes

    def _grid(self, rows: list[tuple[Row, list[Line]]]) -> list[Node]:
        """Return every linked cell of a table that only sets links side by side."""
        nodes = []
        for row, cells in rows:
            for cell in cells:
                if shows_something(cell.text) and any(run.href for run in cell.runs):
                    node = Node(title=titled(cell).title, line=row.line, form="row")
                    take_links(node, cell, self.base, self.log)
                    nodes.append(node)
        return nodes

    def _title_column(self, rows: list[list[Line]]) -> int:
        """Choose the column that names what one studies."""
        scores: list[float] = []
        for column in range(len(self.heads)):
            cells = [row[column] for row in rows if column < len(row)]
            texts = [cell.text for cell in cells]
            filled = [text for text in texts if _is_title(text)]
            links = sum(
                any(run.href and _is_title(run.text) for run in cell.runs) for cell in cells
            )
            share = len(filled) / max(1, len(rows))
            score = share * (1 + 2 * links / max(1, len(rows)))
            score += 1.0 * is_unit_head(self.heads[column]) * share
            score -= 1.5 * (
                is_ordinal_head(self.heads[column]) and self._only_counts(column, texts)
            )
            score += 0.5 * len(set(filled)) / max(1, len(rows)) - 0.1 * column
            if filled and sum(map(len, filled)) / len(filled) > LONGEST_TITLE:
                score -= 1
            scores.append(score)
        return max(range(len(scores)), key=scores.__getitem__, default=0)

    def _only_counts(self, column: int, texts: list[str]) -> bool:
        counted = sum(not _is_title(text) or is_count(text) for text in texts)
        return counted * 2 > len(texts) or not names_a_count(self.heads[column])

    def _row(self, row: Row, cells: list[Line], column: int) -> Node | None:
        title = self._title(cells, column)
        if not shows_something(title) or plain_name(title) in _NOTHING:
            return None
        node = Node(title=title, line=row.line, form="row")
        node.box = next((cell.box for cell in cells if cell.box), "")
        if node.box and any(cell.box == "open" for cell in cells):
            node.box = "open"
        order = [column, *(n for n in range(len(cells)) if n != column)]
        for n in order:
            if n < len(cells) and not is_people_head(self.heads[n]):
                take_links(node, cells[n], self.base, self.log)
        about = "; ".join(self._facts(cells, column, title))
        node.about = shorten(about, LONGEST_ABOUT)
        return node

    def _title(self, cells: list[Line], column: int) -> str:
        """Name a row: its number, where it has one, and what its title column says."""
        cell = cells[column] if column < len(cells) else Line()
        title = titled(cell).title
        links = [run for run in cell.runs if run.href and _is_title(run.text)]
        if links and title.startswith(("http://", "https://")):
            title = readable_url(title)
        if not _is_title(title):
            others = [cell.text for n, cell in enumerate(cells) if n != column]
            title = next((text for text in others if _is_title(text)), title)
        number = self._number(cells, column)
        if number and not title.startswith(number):
            title = f"{number}: {title}" if title else number
        return shorten(title, LONGEST_TITLE)

    def _number(self, cells: list[Line], column: int) -> str:
        if column == 0 or not cells:
            return ""
        first, head = decorated_off(cells[0].text).strip("*. "), self.heads[0]
        if is_count(first) and not first.isdigit():
            return first
        if first.isdigit() and len(first) <= 3 and is_ordinal_head(head):
            name = decorated_off(head)
            return f"{name} {first}" if names_a_count(name) else ""
        return ""

    def _facts(self, cells: list[Line], column: int, title: str) -> list[str]:
        about = titled(cells[column]).about if column < len(cells) else ""
        facts = [about] if about else []
        for n, cell in enumerate(cells):
            text, head = cell.text, self.heads[n] if n < len(self.heads) else ""
            links = [run for run in cell.runs if run.href is not None]
            only_links = links and not any(
                any(char.isalnum() for char in run.text) for run in cell.runs if run.href is None
            )
            if (
                n == column
                or is_people_head(head)
                or only_links
                or plain_name(text) in _NOTHING
                or text in title
            ):
                continue
            if n == 0 and self._number(cells, column):
                continue
            labelled = shows_something(head) and len(text) <= 60
            facts.append(f"{head}: {text}" if labelled else text)
        return facts


def _is_grid(rows: list[list[Line]]) -> bool:
    """Tell whether cells with text are nothing but a link each, several of them in a row."""
    filled = [[cell for cell in cells if shows_something(cell.text)] for cells in rows]
    cells = [cell for row in filled for cell in row]
    linked = all(
        run.href is not None for cell in cells for run in cell.runs if run.text.strip(" *")
    )
    return linked and any(len(row) > 1 for row in filled)


def _says_something(cells: list[Line]) -> bool:
    texts = [cell.text for cell in cells]
    return any(
        text.strip(":-– ") or any(run.href for run in cell.runs)
        for text, cell in zip(texts, cells, strict=True)
    )


def _is_title(text: str) -> bool:
    """Tell whether a cell could name something: words, and more of them than "link"."""
    return sum(char.isalpha() for char in text) >= 2 and not is_generic(text)
