"""The plan as a list of lines that fold: only the lines that are seen are drawn."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.progress import Progress
from llmroadmap.terminal.drawing import STYLES
from llmroadmap.terminal.screen import clean, truncate
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.tui.session import Session

_SIGNS = {"open": "·", "started": "▸", "done": "✓", "skipped": "–"}
_STATE_STYLES = {"started": "started", "done": "done", "skipped": "dim"}
_WIDE, _MEDIUM = 45, 34  # columns from which levels are indented by two, and minutes are shown


class PlanList(ScrollView, can_focus=True):
    """Stages, courses, chapters and steps, one a line, with state, minutes and language."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(-1)", show=False),
        Binding("enter", "fold", show=False),
        Binding("right,l", "open", show=False),
        Binding("left,h", "close", show=False),
    ]

    class Highlighted(Message):
        """Another item is under the cursor."""

        def __init__(self, node: int) -> None:
            super().__init__()
            self.node = node

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.marked: set[int] = set()
        self.cursor = 0
        self._open: set[int] = set()
        self._only: frozenset[int] | None = None
        self._rows: list[int] = []
        self._depths: list[int] = []
        self._list()

    @property
    def roadmap(self) -> Roadmap:
        """Return the roadmap as it is now."""
        return self.session.workspace.roadmap

    @property
    def progress(self) -> Progress:
        """Return the progress as it is now."""
        return self.session.workspace.progress

    @property
    def node(self) -> int:
        """Return the item under the cursor, -1 where there is none."""
        return self._rows[self.cursor] if self._rows else -1

    @property
    def chosen(self) -> list[int]:
        """Return the marked items, else the one under the cursor."""
        if self.marked:
            return sorted(self.marked)
        return [self.node] if self._rows else []

    def on_mount(self) -> None:
        """Take the size of what there is."""
        self._resize()

    def look_again(self, *, is_same_plan: bool = True) -> None:
        """Draw what the session has read; of another version of the plan nothing is open any more."""
        node = self.node
        if not is_same_plan:
            self._open, self.marked, self._only = set(), set(), None
        self._list()
        self._show(min(node, len(self.roadmap) - 1))

    def filter(self, nodes: Iterable[int] | None) -> None:
        """Show only these items and what they stand in; None shows all again."""
        node = self.node
        if nodes is None:
            self._only = None
        else:
            self._only = frozenset(above for each in nodes for above in self.roadmap.path(each))
        self._list()
        self._show(node)

    @property
    def is_filtered(self) -> bool:
        """Tell whether only some items are shown."""
        return self._only is not None

    def go_to(self, node: int) -> None:
        """Open what `node` stands in, and put the cursor on it."""
        self._open.update(self.roadmap.path(node)[:-1])
        self._list()
        self._show(node)

    def _list(self) -> None:
        self._rows, self._depths = [], []
        for node, depth in self._visible(self.roadmap.stages(), 0):
            self._rows.append(node)
            self._depths.append(depth)
        self.cursor = min(self.cursor, max(len(self._rows) - 1, 0))

    def _visible(self, nodes: Iterable[int], depth: int) -> Iterator[tuple[int, int]]:
        for node in nodes:
            if self._only is not None and node not in self._only:
                continue
            if self._only is None and self.roadmap.is_muted(node):
                continue
            yield node, depth
            if self._only is not None or node in self._open:
                yield from self._visible(self.roadmap.children(node), depth + 1)

    def _show(self, node: int) -> None:
        """Put the cursor on `node`, or on the nearest line above it."""
        at = max((n for n, each in enumerate(self._rows) if each <= node), default=0)
        self.cursor = at
        self._resize()
        self._follow()
        self.refresh()

    def _resize(self) -> None:
        self.virtual_size = Size(self._columns, len(self._rows))

    @property
    def _columns(self) -> int:
        """Return the columns beside the scroll bar."""
        return max(self.scrollable_content_region.width, 1)

    def _follow(self) -> None:
        """Scroll so that the cursor is seen, and tell what is under it."""
        height = max(self.size.height, 1)
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True, immediate=True)
        elif self.cursor >= top + height:
            y = self.cursor - height + 1
            self.scroll_to(y=y, animate=False, force=True, immediate=True)
        if self._rows:
            self.post_message(self.Highlighted(self.node))

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self._go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Go a page up or down."""
        self._go(self.cursor + by * max(self.size.height - 1, 1))

    def action_edge(self, at: int) -> None:
        """Go to the first or the last line."""
        self._go(0 if at == 0 else len(self._rows) - 1)

    def _go(self, row: int) -> None:
        self.cursor = min(max(row, 0), max(len(self._rows) - 1, 0))
        self._follow()
        self.refresh()

    def action_fold(self) -> None:
        """Fold a group or unfold it."""
        if self.node in self._open:
            self.action_close()
        else:
            self.action_open()

    def action_open(self) -> None:
        """Unfold a group."""
        if self._rows and self._is_group(self.node):
            self._open.add(self.node)
            self._list()
            self._show(self.node)

    def action_close(self) -> None:
        """Fold a group; of a step, the group that it stands in."""
        if not self._rows:
            return
        node = self.node
        if node not in self._open:
            parent = self.roadmap.columns.parent[node]
            node = parent if parent >= 0 else node
        self._open.discard(node)
        self._list()
        self._show(node)

    def toggle_mark(self) -> None:
        """Mark the item under the cursor, or take its mark away, and go on."""
        if self._rows:
            self.marked ^= {self.node}
            self.action_move(1)

    def on_click(self, event: object) -> None:
        """Go where it was clicked; a click on the line under the cursor folds it."""
        y = int(getattr(event, "y", 0)) + self.scroll_offset.y
        if 0 <= y < len(self._rows):
            if y == self.cursor:
                self.action_fold()
            else:
                self._go(y)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._resize()
        self._follow()

    def _is_group(self, node: int) -> bool:
        return self.roadmap.columns.end[node] > node + 1

    def render_line(self, y: int) -> Strip:
        """Return one line as it is drawn."""
        row, width = y + self.scroll_offset.y, self._columns
        if row >= len(self._rows):
            return Strip.blank(width)
        node = self._rows[row]
        pieces = self._pieces(node, self._depths[row], width)
        if row == self.cursor:
            here = Style(reverse=True)
            text = "".join(text for text, _ in pieces)
            return Strip([Segment(text, here)]).adjust_cell_length(width, here)
        segments = [Segment(text, Style.parse(STYLES[style] or "none")) for text, style in pieces]
        return Strip(segments).adjust_cell_length(width)

    def _pieces(self, node: int, depth: int, width: int) -> list[tuple[str, str]]:
        roadmap, lang = self.roadmap, self.session.workspace.lang
        item, state = roadmap.item(node), self.progress.state(node)
        mark = "*" if node in self.marked else " "
        is_group = self._is_group(node)
        if roadmap.is_habit(node):
            sign = "↻"
        elif is_group:
            sign = "▾" if node in self._open or self._only is not None else "▸"
        else:
            sign = _SIGNS[state]
        indent = " " * depth * (2 if width >= _WIDE else 1)
        head = f"{mark}{indent}{sign} "
        # On a narrow screen the title needs the room; the minutes stand on the right.
        end = self._end(node, is_group=is_group) if is_group or width >= _MEDIUM else ""
        name = clean(item.id)
        room = width - display_width(head) - display_width(name) - display_width(end) - 3
        title = truncate(item.title(lang), max(room, 4))
        style = "title" if is_group and depth < 2 else _STATE_STYLES.get(state, "")
        spaces = max(room - display_width(title), 0)
        state_style = _STATE_STYLES.get(state, "")
        return [
            (head, state_style),
            (name, "id"),
            ("  ", ""),
            (title, style),
            (f"{' ' * spaces} {end}", "dim"),
        ]

    def _end(self, node: int, *, is_group: bool) -> str:
        """Return what stands at the end of a line: counts of a group, minutes of a step."""
        from llmroadmap.core.progress.overview import tally

        roadmap, t = self.roadmap, self.session.t
        if is_group:
            counts = tally(self.progress, node)
            return f"{counts.done}/{counts.total}" if counts.total else ""
        item = roadmap.item(node)
        links = {link.get("lang", "") for link in item.record.get("links", ())}
        foreign = "" if not links or "" in links or self.session.workspace.lang in links else "/"
        language = ",".join(sorted(links)) if foreign else ""
        minutes = "" if roadmap.is_habit(node) else t("common.minutes", n=item.minutes)
        return f"{language} {minutes}".strip()
