"""list: the checklist as a tree, with the ids that can be typed."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.results.list import Group, ListedStep, ListResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line
from llmroadmap.views._removed_items import removed_item_lines
from llmroadmap.views.words import figures, sign, typed, uncounted

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ListResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the tree; on a terminal titles are links, elsewhere addresses stand behind them."""
    screen.begin_list()
    lines = _Tree(result, screen, t).lines() + removed_item_lines(result.earlier, screen, t)
    if not result.order:
        state = t.of("common.states", result.only or "open")
        return [line(t("list.empty", state=state))]
    return lines


class _Tree:
    def __init__(self, result: ListResult, screen: Screen, t: "Texts") -> None:
        self.result = result
        self.screen = screen
        self.t = t
        self.items: dict[str, ListedStep | Group | HabitSummary] = {}
        self.items.update((group.id, group) for group in result.groups)
        self.items.update((step.id, step) for step in result.steps)
        self.items.update((habit.id, habit) for habit in result.habits)
        self.folds = result.fold and screen.is_terminal
        self.has_proof = False

    def lines(self) -> list[Line]:
        lines: list[Line] = []
        folded_at: int | None = None
        hidden = 0
        for name in self.result.order:
            item = self.items[name]
            depth = item.depth if not isinstance(item, HabitSummary) else 1
            if folded_at is not None and depth > folded_at:
                hidden += 1
                continue
            folded_at = None
            if isinstance(item, Group):
                if depth == 0 and lines:
                    lines.append(BLANK)
                folded_at = depth if self.folds and item.state in ("done", "skipped") else None
            lines.append(self._line(item, depth))
        if self.has_proof:
            lines += [
                BLANK,
                line(self._proof_sign(), " ", (self.t("list.proof_sign"), "dim"), hanging_indent=2),
            ]
        if hidden:
            all_of_it = typed(self.t("list.folded"), "llmroadmap list --all", "dim", "dim")
            lines += [BLANK, line(*all_of_it)]
        return lines

    def _proof_sign(self) -> Span:
        return Span(text="◆" if self.screen.is_unicode else "+", style="done")

    def _line(self, item: ListedStep | Group | HabitSummary, depth: int) -> Line:
        indent = "  " * depth
        if isinstance(item, Group):
            style = "title" if depth < 2 else ""
            word = uncounted(self.t, item.total, skipped=item.state == "skipped")
            counts = word or f"{item.done}/{item.total}"
            return line(
                indent, (item.id, "id"), "  ", (item.title, style), "  ", figures(counts, "dim"),
                hanging_indent=len(indent) + 2,
            )  # fmt: skip
        if isinstance(item, HabitSummary):
            repeat = self.t.of("common.repeats", item.repeat)
            mark = Span(
                text="↻" if self.screen.is_unicode else "*", style="started" if item.due else "done"
            )
            head = indent, mark, " ", (item.id, "id")
            return line(
                *head, f"  {item.title}  ", figures(repeat, "dim"), hanging_indent=len(indent) + 4
            )
        return self._step(item, indent)

    def _step(self, step: ListedStep, indent: str) -> Line:
        url = step.links[0]["url"] if step.links else ""
        style = {"done": "dim", "skipped": "dim"}.get(step.state, "")
        spans: list[str | Span | tuple[str, str]] = [
            indent,
            sign(self.screen, step.state),
            " ",
            Span(text=step.id, style="id"),
            "  ",
            Span(text=step.title, style=style, url=url),
        ]
        if step.proofs:
            spans += [" ", self._proof_sign()]
            self.has_proof = True
        if step.optional:
            spans += ["  ", figures(self.t("common.optional"), "dim")]
        if step.state in ("started", "skipped"):
            style = "started" if step.state == "started" else "dim"
            spans += ["  ", figures(self.t.of("common.states", step.state), style)]
        if self.result.only or step.state in ("open", "started"):
            spans.append(self.screen.number(step.id))
        if url and not self.screen.is_terminal:
            spans.append(f"  {url}")
        return line(*spans, hanging_indent=len(indent) + 4)
