"""list: the checklist as a tree, with the ids that can be typed; what is not under way is folded."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.results.list import Group, ListedStep, ListFilter, ListResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._removed_items import removed_item_lines
from llmroadmap.views.words import (
    figures,
    hours,
    in_language,
    is_wide,
    minutes,
    separator,
    short_day,
    sign,
    step_time,
    typed,
    uncounted,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# Where the eye does not find the way back from the right edge any more; ids beyond are not aligned.
_WIDEST, _ALIGNED = 100, 20


def show(result: ListResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the tree; on a terminal titles are links, elsewhere addresses stand behind them."""
    screen.begin_list()
    lines = _Tree(result, screen, t).lines() + removed_item_lines(result.earlier, screen, t)
    if result.untimed:
        said = line((t("list.untimed", n=result.untimed), "dim"), hanging_indent=2)
        lines = [*lines, BLANK, said] if result.order else [said]
    if result.order or result.untimed:
        return lines
    if result.filter.tag:
        from llmroadmap.views._tags import no_such_tag  # only where a tag was asked for

        if unknown := no_such_tag(result.filter.tag, result.tags, t):
            return unknown
    if result.filter != ListFilter():
        return [line(t("list.nothing_fits", what=_asked(result, t)), hanging_indent=2)]
    return [line(t("list.empty", state=t.of("common.states", result.only or "open")))]


def _asked(result: ListResult, t: "Texts") -> str:
    """Return what the steps were to be."""
    wanted = result.filter
    words = (
        t.of("common.states", result.only) if result.only else "",
        t.of("common.kinds", wanted.kind) if wanted.kind else "",
        f"≤ {minutes(t, wanted.minutes)}" if wanted.minutes else "",
        t.of("common.in_language", wanted.language) if wanted.language else "",
        wanted.topic,
        wanted.tag,
        t("list.required") if wanted.is_required else "",
    )
    return separator(t, *words)


class _Tree:
    def __init__(self, result: ListResult, screen: Screen, t: "Texts") -> None:
        self.result, self.screen, self.t = result, screen, t
        self.items: dict[str, ListedStep | Group | HabitSummary] = {}
        self.items.update((group.id, group) for group in result.groups)
        self.items.update((step.id, step) for step in result.steps)
        self.items.update((habit.id, habit) for habit in result.habits)
        self.folds = (
            result.fold and screen.is_terminal and not 0 < len(result.order) < screen.height - 3
        )
        self.under_way = set(result.under_way)
        self.has_proof = False
        # Asked for once, not for each of some hundred lines.
        self.is_wide, self.is_plain = is_wide(screen), screen.is_plain
        self.is_aligned = screen.is_terminal and self.is_wide and not self.is_plain
        self.edge = min(screen.width, _WIDEST)
        self.id_widths = self._id_widths()

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
                is_folded = self.folds and item.id not in self.under_way
                if depth == 0 and lines and not is_folded:
                    lines.append(BLANK)
                folded_at = depth if is_folded else None
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

    def _id_widths(self) -> dict[str, int]:
        """Return the columns of the longest id in each group, so that titles are aligned."""
        widths: dict[str, int] = {}
        if self.is_aligned:
            for step in self.result.steps:
                head = step.id.rpartition(".")[0]
                widths[head] = max(widths.get(head, 0), display_width(step.id))
        return {head: width for head, width in widths.items() if width <= _ALIGNED}

    def _proof_sign(self) -> Span:
        return Span(text="◆" if self.screen.is_unicode else "+", style="done")

    def _line(self, item: ListedStep | Group | HabitSummary, depth: int) -> Line:
        indent = "  " * depth
        if isinstance(item, Group):
            return self._group(item, indent)
        if isinstance(item, HabitSummary):
            repeat = self.t.of("common.repeats", item.repeat)
            mark = Span(
                text="↻" if self.screen.is_unicode else "*", style="started" if item.due else "done"
            )
            name = [Span(text=indent), mark, Span(text=" "), Span(text=item.id, style="id")]
            name.append(Span(text=f"  {item.title}"))
            return self._across(name, [figures(repeat, "dim")], len(indent) + 4)
        return self._step(item, indent)

    def _group(self, group: Group, indent: str) -> Line:
        word = uncounted(self.t, group.total, skipped=group.state == "skipped")
        left = hours(self.t, group.minutes_left) if group.minutes_left else ""
        counts = word or f"{group.done}/{group.total}"
        time = left if group.total and self.is_wide else ""
        name = [
            Span(text=indent),
            Span(text=group.id, style="id"),
            Span(text="  "),
            Span(text=group.title, style="title" if len(indent) < 4 else ""),
        ]
        due = self.t("mine.due_by", day=group.due) if group.due else ""
        text = separator(self.t, counts, time, due)
        return self._across(name, [figures(text, "dim")], len(indent) + 2)

    def _step(self, step: ListedStep, indent: str) -> Line:
        url = step.links[0]["url"] if step.links else ""
        is_next = step.id == self.result.next
        style = {"done": "dim", "skipped": "dim"}.get(step.state, "title" if is_next else "")
        mark = sign(self.screen, step.state)
        if is_next and step.state == "open" and self.screen.is_unicode:
            mark = Span(text="→", style="key")
        width = self.id_widths.get(step.id.rpartition(".")[0], 0) if self.is_aligned else 0
        gap = " " * max(width - display_width(step.id), 0) if width else ""
        name = [
            Span(text=indent),
            mark,
            Span(text=" "),
            Span(text=step.id, style="id"),
            Span(text=f"{gap}  "),
            Span(text=step.title, style=style, url=url),
        ]
        if step.proofs:
            name += [Span(text=" "), self._proof_sign()]
            self.has_proof = True
        facts = [
            figures(
                self._facts(step, is_next=is_next), "started" if step.state == "started" else "dim"
            )
        ]
        if self.result.only or step.state in ("open", "started"):
            number, style = self.screen.number(step.id)
            facts.append(Span(text=number, style=style))
        if url and not self.screen.is_terminal:
            gap = self.t("common.between") if self.is_plain else "  "
            facts.append(Span(text=f"{gap}{url}"))
        return self._across(name, facts, len(indent) + 4)

    def _facts(self, step: ListedStep, *, is_next: bool) -> str:
        """Return what is said of a step: of one that is closed, only how and when."""
        t = self.t
        if step.state == "done" and step.finished:
            if not self.is_wide and self.screen.is_terminal:
                return ""  # its sign says it
            done = t("common.states.done")
            return short_day(step.finished, t) if self.screen.is_terminal else done
        if step.state in ("done", "skipped"):
            return t.of("common.states", step.state)
        return separator(
            t,
            t("list.next") if is_next else "",
            t.of("common.states", step.state) if step.state == "started" else "",
            t("common.optional") if step.optional else "",
            in_language(t, step.language),
            t.of("common.kinds", step.kind) if self.is_wide else "",
            step_time(t, step, is_short=not self.is_wide),
            t("mine.due_by", day=step.due) if step.due else "",
        )

    def _across(self, name: list[Span], facts: list[Span], hanging_indent: int) -> Line:
        """Return a line with the facts at its right edge, or behind the name where that is long."""
        room = 0
        if self.is_aligned:
            room = self.edge - sum([display_width(span.text) for span in (*name, *facts)])
        is_apart = self.is_plain and any(span.text.strip() for span in facts)
        gap = Span(text=self.t("common.between") if is_apart else " " * max(room, 2))
        return line(*name, gap, *facts, hanging_indent=hanging_indent)
