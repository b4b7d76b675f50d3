"""Tables of a plan: a row with a link, a box or a place in an order is a step."""

import re
from dataclasses import dataclass, field

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.blocks import Row, Table
from llmroadmap.formats.markdown.columns import Columns, is_timetable, says_optional
from llmroadmap.formats.markdown.inline import InlineReader, Line
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import (
    is_count,
    is_file_name,
    is_generic,
    is_material_head,
    is_ordinal_head,
    is_people_head,
    is_resource,
    is_sequence,
    is_title_head,
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
from llmroadmap.formats.marks import take_marks
from llmroadmap.formats.plain_text import shorten, shows_something
from llmroadmap.formats.ticks import SKIPPED

_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "none", "tbd", "todo", "x", "/", "无"})
# A row's number, or two of them: 4, 4-5.
_FEW_DIGITS = re.compile(r"\d{1,3}(?:\s*[-–—~&]\s*\d{1,3})?")
_Read = list[tuple[Row, list[Line]]]


@dataclass(slots=True)
class TableReader:
    """Turns one table into nodes, one for each row that is a step.

    `plain`: rows without a link, a box or a number are steps as well.
    """

    inline: InlineReader
    base: str | None
    log: LeftOutLog
    plain: bool = False
    heads: list[str] = field(default_factory=list)
    columns: Columns = field(default_factory=lambda: Columns(heads=[]))

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
        if not rows:
            return []
        self.columns = Columns(heads=self.heads)
        self.columns.read([cells for _, cells in rows])
        for name in filter(is_people_head, self.heads):
            self.log.add("people", table.line, name, last=table.rows[-1].line)
        for column in self.columns.own_marks:
            self.log.add("status-marks", table.line, self.heads[column])
        if is_timetable([cells for _, cells in rows]) or not self._is_list(rows):
            for row, _ in rows:
                self.log.add("tables", row.line, " | ".join(self.heads)[:60])
            return []
        return self._rows(rows)

    def _is_list(self, rows: _Read) -> bool:
        linked = any(run.href for _, cells in rows for line in cells for run in line.runs)
        boxed = any(line.box for _, cells in rows for line in cells) or self.columns.states
        return bool(linked or boxed or self.plain) or self._counts(rows)

    def _note_pictures(self, rows: _Read) -> None:
        for row, cells in rows:
            if any(cell.badges for cell in cells):
                self.log.add("badges", row.line)
            if any(cell.images for cell in cells):
                self.log.add("images", row.line)

    def _counts(self, rows: _Read) -> bool:
        """Tell whether the first column numbers the rows as weeks or lessons are numbered."""
        first = [cells[0].text for _, cells in rows if cells]
        counted = sum(text.strip("*. ").isdigit() or is_sequence(text) for text in first)
        return counted * 2 > len(rows) and (
            is_ordinal_head(self.heads[0]) or any(map(is_sequence, first))
        )

    def _rows(self, rows: _Read) -> list[Node]:
        column = self._title_column([cells for _, cells in rows])
        nodes: list[Node] = []
        into, group = nodes, Node(title="", line=0)
        by_first = self._groups_by_first(rows, column)
        fuller = sum(sum(shows_something(cell.text) for cell in cells) > 1 for _, cells in rows)
        may_divide = fuller * 2 >= len(rows)
        for row, cells in rows:
            if may_divide and _divides(cells):
                group = Node(title="", line=row.line, form="label")
                group.title = group.take(take_marks(_only(cells)))
                nodes.append(group)
                into = group.children
                continue
            if by_first and cells and shows_something(cells[0].text):
                group = Node(title=decorated_off(cells[0].text), line=row.line, form="label")
                nodes.append(group)
                into = group.children
            node = self._row(row, cells, column, grouped=by_first)
            if node is not None:
                into.append(node)
        return [node for node in nodes if node.form == "row" or node.children]

    def _groups_by_first(self, rows: _Read, column: int) -> bool:
        """Tell whether the first column holds a week or part that the rows below it share."""
        first = [shows_something(cells[0].text) if cells else False for _, cells in rows]
        if column == 0 or not first[0] or sum(first) * 2 > len(first) or len(self.heads) < 2:
            return False
        return any(is_sequence(cells[0].text) for _, cells in rows if cells) or names_a_count(
            self.heads[0]
        )

    def _grid(self, rows: _Read) -> list[Node]:
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
        scores = [self._score(column, rows) for column in range(len(self.heads))]
        return max(range(len(scores)), key=scores.__getitem__, default=0)

    def _score(self, column: int, rows: list[list[Line]]) -> float:
        head, size = self.heads[column], max(1, len(rows))
        cells = [row[column] for row in rows if column < len(row)]
        texts = [cell.text for cell in cells]
        filled = [text for text in texts if _is_title(text)]
        links = sum(any(run.href and _is_title(run.text) for run in cell.runs) for cell in cells)
        forms = sum(any(run.href and _is_form(run.text) for run in cell.runs) for cell in cells)
        share = len(filled) / size
        score = share * (1 + 2 * max(0, links - forms) / size)
        score += 1.0 * is_unit_head(head) * share + 1.5 * is_title_head(head) * share
        score -= 1.5 * (is_ordinal_head(head) and self._only_counts(column, texts))
        score -= 2.0 * (is_material_head(head) and column > 0)
        score -= 2.0 * (column in self.columns.used)
        score += 0.5 * len(set(filled)) / size - 0.1 * column
        if filled and sum(map(len, filled)) / len(filled) > LONGEST_TITLE:
            score -= 1
        return score

    def _only_counts(self, column: int, texts: list[str]) -> bool:
        counted = sum(not _is_title(text) or is_count(text) for text in texts)
        return counted * 2 > len(texts) or not names_a_count(self.heads[column])

    def _row(self, row: Row, cells: list[Line], column: int, *, grouped: bool) -> Node | None:
        number = "" if grouped else self._number(cells, column)
        title = self._title(cells, column, number)
        if not shows_something(title) or plain_name(title) in _NOTHING:
            return None
        node = Node(title="", line=row.line, form="row")
        cell = cells[column] if column < len(cells) else Line()
        node.box = next((cell.box for cell in cells if cell.box), "")
        if node.box and any(cell.box == "open" for cell in cells):
            node.box = "open"
        node.box = self.columns.state(cells) or node.box
        node.day = self.columns.day(cells)
        if node.day and not node.box:
            node.box = "done"
        node.mark = cell.mark if not self.columns.states else ""
        node.struck = cell.struck_out and node.box != SKIPPED
        node.title = node.take(take_marks(title))
        node.minutes = self.columns.minutes(cells) or node.minutes
        node.optional = node.optional or says_optional(cells)
        order = [column, *(n for n in range(len(cells)) if n != column)]
        for n in order:
            if n < len(cells) and not is_people_head(self.heads[n]):
                take_links(node, cells[n], self.base, self.log)
        node.about = shorten(self._facts(cells, column, title, number, grouped), LONGEST_ABOUT)
        return node

    def _title(self, cells: list[Line], column: int, number: str) -> str:
        """Name a row: its number, where it has one, and what its title column says."""
        cell = cells[column] if column < len(cells) else Line()
        title = titled(cell).title
        links = [run for run in cell.runs if run.href and _is_title(run.text)]
        if links and title.startswith(("http://", "https://")):
            title = readable_url(title)
        if not _is_title(title):
            others = [cell.text for n, cell in enumerate(cells) if n != column]
            title = next((text for text in others if _is_title(text)), title)
        if number and not title.startswith(number):
            title = f"{number}{_colon(number)}{title}" if title else number
        return shorten(title, LONGEST_TITLE)

    def _number(self, cells: list[Line], column: int) -> str:
        if column == 0 or not cells:
            return ""
        first, head = decorated_off(cells[0].text).strip("*. "), self.heads[0]
        if is_count(first) and not _FEW_DIGITS.fullmatch(first):
            return first
        if _FEW_DIGITS.fullmatch(first) and is_ordinal_head(head):
            name = decorated_off(head)
            if not names_a_count(name):
                return ""
            return (
                f"第 {first} {name.removesuffix('次')}" if _is_chinese(name) else f"{name} {first}"
            )
        return ""

    def _facts(self, cells: list[Line], column: int, title: str, number: str, grouped: bool) -> str:
        about = titled(cells[column]).about if column < len(cells) else ""
        facts = [about] if about else []
        for n, cell in enumerate(cells):
            head = self.heads[n] if n < len(self.heads) else ""
            if n == column or not self._is_fact(n, cell, head, title):
                continue
            if n == 0 and (number or grouped):
                continue
            labelled = shows_something(head) and len(cell.text) <= 60
            facts.append(f"{head}{_colon(head)}{cell.text}" if labelled else cell.text)
        return ("；" if any(map(_is_chinese, facts)) else "; ").join(facts)

    def _is_fact(self, n: int, cell: Line, head: str, title: str) -> bool:
        """Tell whether a cell says something that is not said elsewhere."""
        links = [run for run in cell.runs if run.href is not None]
        only_links = links and not any(
            any(char.isalnum() for char in run.text) for run in cell.runs if run.href is None
        )
        return not (
            is_people_head(head)
            or only_links
            or n in self.columns.used
            or plain_name(cell.text) in _NOTHING
            or cell.text in title
        )


def _divides(cells: list[Line]) -> bool:
    """Tell whether a row is a heading among rows that say more: it says one thing, in bold."""
    filled = [cell for cell in cells if shows_something(cell.text) or cell.box]
    if len(filled) != 1 or len(cells) < 2 or filled[0].box:
        return False
    if any(run.href for run in filled[0].runs):
        return False
    count = count_of(filled[0].text)
    counted = count is not None and bool(count.unit) and not is_count(filled[0].text)
    return filled[0].bold_only or counted


def _only(cells: list[Line]) -> str:
    return decorated_off(next(cell.text for cell in cells if shows_something(cell.text)))


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


def _colon(before: str) -> str:
    return "：" if _is_chinese(before) else ": "


def _is_form(text: str) -> bool:
    """Tell whether a link's text names a form or a file: code.ipynb, GitHub repository."""
    return is_file_name(text) or (is_resource(text) and len(text.split()) <= 3)


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
