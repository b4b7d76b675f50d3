"""status: bars for the whole, each stage and each course."""

from typing import TYPE_CHECKING

from llmroadmap.commands.status import StageSummary, StatusResult
from llmroadmap.core.summaries import PartSummary
from llmroadmap.views._earlier import earlier_lines
from llmroadmap.views.terminal import BLANK, Line, Screen, Span, fitted, line, padded
from llmroadmap.views.words import bar, hours, plural, separator, widest

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `status`."""
    if result.is_line:
        return [_line(result, t)]
    table = _Table(result, screen, t)
    lines = [line((result.title, "title"), hang=2), table.whole(result)]
    if result.focus:
        step = result.focus
        label = t["now"] if step.state == "started" else t["next_is"]
        lines.append(line((label, "key"), (step.id, "id"), f"  {step.title}", hang=2))
    under_way = False
    for stage in result.stages:
        lines += [BLANK, table.row(stage, 0, is_now=False)]
        lines += [table.row(c, 2, is_now=c.id in stage.open_now) for c in stage.courses]
        under_way = under_way or bool(stage.open_now)
    if under_way:
        lines += [BLANK, line(*table.now_sign(), " ", (t["sides_open"], "dim"))]
    lines += _notes(result, screen, t)
    return lines


def _line(result: StatusResult, t: "Texts") -> Line:
    head = f"{result.short_title} {t['percent'].format(n=result.percent)}"
    days = plural(t["streak_short"], result.streak) if result.streak else ""
    return line(separator(t, head, days))


def _notes(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    lines = []
    kept = separator(
        t,
        plural(t["note_count"], result.notes) if result.notes else "",
        plural(t["proof_count"], result.proofs) if result.proofs else "",
    )
    if kept:
        lines.append(line((kept, "dim")))
    if result.skipped:
        lines.append(line((plural(t["skipped_steps"], result.skipped), "dim")))
    return lines + earlier_lines(result.earlier, screen, t)


class _Table:
    """Lays out the rows: a column is as wide on all of them, and titles go where there is room."""

    def __init__(self, result: StatusResult, screen: Screen, t: "Texts") -> None:
        self.screen = screen
        self.t = t
        rows: list[Row] = [result]
        for stage in result.stages:
            rows += [stage, *stage.courses]
        named = [row for row in rows if not isinstance(row, StatusResult)]
        self.gap = "  " if screen.width >= 60 else " "
        self.ids = widest([row.id for row in named]) + 4
        self.counts = widest([_count(row) for row in rows])
        self.hours = widest([self._left(row) for row in rows])
        fixed = self.ids + self.counts + len("100%") + self.hours + 4 * len(self.gap)
        room = screen.width - fixed
        self.bar = 20 if room >= 58 else 10 if room >= 20 else max(room, 3)
        titles = room - self.bar - len(self.gap)
        self.titles = min(titles, widest([row.title for row in named])) if titles >= 12 else 0

    def _left(self, row: "Row") -> str:
        if not row.minutes_left:
            return ""
        time = hours(self.t, row.minutes_left)
        if isinstance(row, StatusResult) and self.screen.width >= 60:
            return self.t["hours_left"].format(time=time)
        return time

    def now_sign(self) -> tuple[Span]:
        """Return the sign of a side that is open now."""
        return (Span("▸" if self.screen.is_unicode else ">", "started"),)

    def whole(self, result: StatusResult) -> Line:
        """Return the row of the whole roadmap."""
        return self._line([Span(padded(self.t["whole"], self.ids), "title")], "", result, "")

    def row(self, part: PartSummary | StageSummary, indent: int, *, is_now: bool) -> Line:
        """Return the row of a stage or course."""
        mark = [*self.now_sign(), Span(" ")] if is_now else [Span("  " if indent else "")]
        name = padded(part.id, self.ids - indent - (2 if indent else 0))
        head = [Span(" " * indent), *mark, Span(name, "id")]
        return self._line(head, part.title, part, "" if indent else "title")

    def _line(self, head: list[Span], title: str, row: "Row", style: str) -> Line:
        head.append(Span(self.gap))
        if self.titles:
            head.append(Span(padded(fitted(title, self.titles), self.titles) + self.gap, style))
        percent = self.t["percent"].format(n=row.percent)
        bars = bar(self.screen, row.done, row.total, self.bar)
        counts = f"{_count(row):>{self.counts}}{self.gap}{percent:>4}{self.gap}"
        return line(*head, *bars, f"{self.gap}{counts}", (self._left(row), "dim"))


Row = PartSummary | StageSummary | StatusResult


def _count(row: "Row") -> str:
    return f"{row.done}/{row.total}"
