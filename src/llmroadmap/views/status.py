"""status: bars for the whole, each stage and each course."""

from typing import TYPE_CHECKING

from llmroadmap.results.status import StageSummary, StatusResult
from llmroadmap.results.summaries import PartSummary
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line, pad, truncate
from llmroadmap.views._removed_items import removed_item_lines
from llmroadmap.views.words import bar, figures, hours, separator, to_type, uncounted, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `status`."""
    if result.is_line:
        return [_line(result, t)]
    table = _Table(result, screen, t)
    lines = [line((result.title, "title"), hanging_indent=2), table.whole(result)]
    if result.focus:
        step = result.focus
        label = t("common.now") if step.state == "started" else t("common.next_is")
        lines.append(line((label, "key"), (step.id, "id"), f"  {step.title}", hanging_indent=2))
    if result.target or result.outlook:
        lines += _pace(result, t)
    under_way = False
    for stage in result.stages:
        lines += [BLANK, *table.rows(stage, 0, is_now=False)]
        for course in stage.courses:
            lines += table.rows(course, 2, is_now=course.id in stage.open_now)
        under_way = under_way or bool(stage.open_now)
    if under_way:
        lines += [BLANK, line(*table.now_sign(), " ", (t("status.sides_open"), "dim"))]
    lines += _notes(result, screen, t)
    if result.copies:
        lines += [BLANK, to_type(t("today.waiting"), "llmroadmap doctor --fix", 0)]
    return lines


def _line(result: StatusResult, t: "Texts") -> Line:
    head = f"{result.short_title} {t('common.percent', n=result.percent)}"
    if not result.target:
        return line(head)
    from llmroadmap.views._pace import target_fact  # only for this line

    weeks = result.target.weeks_in_a_row
    kept = t("status.streak_short", n=weeks) if weeks else ""
    return line(separator(t, head, target_fact(result.target, t), kept))


def _pace(result: StatusResult, t: "Texts") -> list[Line]:
    from llmroadmap.views._pace import outlook_line, week_line  # only where there is one

    lines = [week_line(result.target, t)] if result.target else []
    return lines + ([outlook_line(result.outlook, t)] if result.outlook else [])


def _notes(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    lines = []
    kept = separator(
        t,
        t("status.note_count", n=result.notes) if result.notes else "",
        t("status.proof_count", n=result.proofs) if result.proofs else "",
    )
    if kept:
        lines.append(line((kept, "dim")))
    if result.skipped:
        lines.append(line((t("status.skipped_steps", n=result.skipped), "dim")))
    if result.left_out:
        lines.append(line((t("mine.left_out", n=result.left_out), "dim")))
    return lines + removed_item_lines(result.earlier, screen, t)


class _Table:
    """Lays out the rows: a column is as wide on all of them.

    A row is one line, or two where titles would have no room beside the ids and the figures.
    """

    def __init__(self, result: StatusResult, screen: Screen, t: "Texts") -> None:
        self.screen = screen
        self.t = t
        self.gap = "  " if screen.width >= 60 else " "
        rows: list[Row] = [result]
        for stage in result.stages:
            rows += [stage, *stage.courses]
        named = [row for row in rows if not isinstance(row, StatusResult)]
        self.counts = widest([_count(row) for row in rows if row.total])
        self.ids = widest([row.id for row in named]) + 4
        last = widest([self._left(row, whole=isinstance(row, StatusResult)) for row in rows])
        room = screen.width - self.ids - self.counts - len("100%") - last - 4 * len(self.gap)
        self.bar = 20 if room >= 58 else 10
        titles = room - self.bar - len(self.gap)
        self.titles = min(titles, widest([row.title for row in named]))
        self.is_stacked = titles < 12 or self.ids * 3 > screen.width
        if self.is_stacked:
            last = widest([self._left(row, whole=True) for row in rows])
            room = screen.width - 6 - self.counts - len("100%") - last - 3 * len(self.gap)
            self.bar = min(max(room, 3), 10)

    def _left(self, row: "Row", *, whole: bool) -> str:
        if not row.minutes_left:
            return ""
        time = hours(self.t, row.minutes_left)
        return self.t("common.hours_left", time=time) if whole else time

    def now_sign(self) -> tuple[Span]:
        """Return the sign of a side that is open now."""
        return (Span(text="◦" if self.screen.is_unicode else "o", style="key"),)

    def whole(self, result: StatusResult) -> Line:
        """Return the row of the whole roadmap."""
        if self.is_stacked:
            return line(FIGURES, *self._figures(result, whole=True))
        label = Span(text=pad(self.t("status.whole"), self.ids), style="title")
        titles = Span(text=" " * self.titles + self.gap)
        return line(label, Span(text=self.gap), titles, *self._figures(result, whole=True))

    def rows(self, part: PartSummary | StageSummary, indent: int, *, is_now: bool) -> list[Line]:
        """Return the lines of a stage or course."""
        mark = [*self.now_sign(), Span(text=" ")] if is_now else [Span(text="  " if indent else "")]
        head = [Span(text=" " * indent), *mark]
        style = "" if indent else "title"
        if self.is_stacked:
            named = [
                *head,
                Span(text=part.id, style="id"),
                Span(text="  "),
                Span(text=part.title, style=style),
            ]
            if not part.total:
                return [
                    line(*named, Span(text="  "), *self._figures(part), hanging_indent=4 + indent)
                ]
            return [
                line(*named, hanging_indent=4 + indent),
                line(FIGURES, *self._figures(part, whole=True)),
            ]
        name = pad(part.id, self.ids - indent - (2 if indent else 0))
        title = pad(truncate(part.title, self.titles), self.titles)
        return [
            line(
                *head,
                Span(text=name, style="id"),
                Span(text=self.gap),
                Span(text=title + self.gap, style=style),
                *self._figures(part),
            )
        ]

    def _figures(self, row: "Row", *, whole: bool = False) -> list[Span]:
        word = uncounted(self.t, row.total, skipped=row.percent == 100)
        if word:
            return [figures(word, "dim")]
        percent = self.t("common.percent", n=row.percent)
        counts = f"{self.gap}{_count(row):>{self.counts}}{self.gap}{percent:>4}{self.gap}"
        left = self._left(row, whole=whole)
        return [
            *bar(self.screen, row.done, row.total, self.bar),
            Span(text=counts),
            Span(text=left, style="dim"),
        ]


# Where the figures begin that stand below a title.
FIGURES = " " * 6
Row = PartSummary | StageSummary | StatusResult


def _count(row: "Row") -> str:
    return f"{row.done}/{row.total}"
