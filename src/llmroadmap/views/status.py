"""status: bars for each stage and course, folded so that all fit, and the whole next to the prompt."""

from typing import TYPE_CHECKING

from llmroadmap.results.status import StatusResult
from llmroadmap.terminal.screen import BLANK, WHOLE, Line, Screen, Span, line, pad, plain, truncate
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._bars import untimed, whole_text
from llmroadmap.views._removed_items import removed_item_lines
from llmroadmap.views._status_rows import DONE, FOLDED, STARTED, Row, rows
from llmroadmap.views.words import (
    bar,
    facts,
    figures,
    hours,
    is_wide,
    minutes,
    separator,
    sign,
    step_time,
    to_type,
    typed,
    widest,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# Where nobody knows how high a terminal is, and the rows that its prompt and the line typed take.
_HEIGHT, _PROMPT = 24, 2
# More removed items than fit are counted.
_FEWEST_ROWS = 4
_DUE = 3  # days that were set, at most


def show(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `status`."""
    if result.is_line:
        return [
            _asked_line(result, t) if result.line_format or result.is_waybar else _line(result, t)
        ]
    head = [line((result.title, "title"), hanging_indent=2)]
    whole = _whole(result, screen, t)
    removed = removed_item_lines(result.earlier, screen, t)
    height = screen.width if screen.is_plain else screen.height or _HEIGHT
    room = height - _PROMPT - _rows_of([*head, BLANK, *whole], screen)
    if len(removed) > room // 2 and not result.is_all:
        removed = [BLANK, line((t("removed_items.strangers", n=len(result.earlier)), "dim"))]
    foot = [*_notes(result, t), *whole]
    room -= _rows_of([*removed, *foot[: -len(whole)]], screen) + 1  # what says how to unfold
    shown, folds = rows(result, max(room, _FEWEST_ROWS), t)
    table = _Table(shown, result, screen, t)
    lines = [*head, *(each for row in shown for each in table.lines(row)), *removed, BLANK]
    if folds:
        lines.append(line(*typed(t("status.unfold"), "llmroadmap status --all", "dim", "dim")))
    return lines + foot


def _rows_of(lines: list[Line], screen: Screen) -> int:
    """Return how many rows of the screen the lines take, as a rule."""
    widths = [display_width("".join(span.text for span in each.spans)) for each in lines]
    return sum(max(-(-width // screen.width), 1) for width in widths)


def _asked_line(result: StatusResult, t: "Texts") -> Line:
    """Return the line in the words that were asked for, or as Waybar takes it."""
    step, target = result.focus, result.target
    facts = {
        "percent": f"{result.percent}",
        "done": str(result.done),
        "total": str(result.total),
        "left": hours(t, result.minutes_left),
        "id": step.id if step else "",
        "title": step.title if step else "",
        "minutes": step_time(t, step) if step else "",
        "week": minutes(t, target.minutes) if target else "",
        "weeks": str(target.weeks_in_a_row or 0) if target else "0",
        "roadmap": result.short_title,
    }
    text = result.line_format.format_map(facts) if result.line_format else plain(_line(result, t))
    if not result.is_waybar:
        return line(text, hanging_indent=WHOLE)
    import json  # only for that bar

    tip = f"{result.title}\n{step.id}  {step.title}" if step else result.title
    state = "done" if not step else "started" if step.state == "started" else "open"
    shown = {"text": text, "tooltip": tip, "class": state, "percentage": round(result.percent)}
    return line(json.dumps(shown, ensure_ascii=False), hanging_indent=WHOLE)


def _line(result: StatusResult, t: "Texts") -> Line:
    head = f"{result.short_title} {t('common.percent', n=result.percent)}"
    if not result.target:
        return line(head)
    from llmroadmap.views._pace import target_fact  # only for this line

    weeks = result.target.weeks_in_a_row
    kept = t("status.streak_short", n=weeks) if weeks else ""
    return line(separator(t, head, target_fact(result.target, t), kept))


def _whole(result: StatusResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what is next, the week and the pace, and in the end, next to the prompt, the whole."""
    lines = []
    if result.copies:
        lines.append(to_type(t("today.waiting"), "llmroadmap doctor --fix", 0))
    if result.focus:
        step = result.focus
        label = t("common.now") if step.state == "started" else t("common.next_is")
        lines.append(line((label, "key"), (step.id, "id"), f"  {step.title}", hanging_indent=2))
    if result.due:
        from llmroadmap.views._due import due_lines  # only where anything has a day

        lines += due_lines(result.due, _DUE, t)
    if result.target or result.outlook:
        lines += _pace(result, t)
    if result.recall:
        from llmroadmap.views._pace import known_in_words  # only for who recalls

        lines.append(line((known_in_words(result.recall, t), "dim"), hanging_indent=2))
    text = whole_text(result, t)
    label = t("status.whole")
    room = screen.width - display_width(f"{label}  {text}  ")
    drawn = bar(screen, result.done, result.total, min(room, _WHOLE)) if room >= _LEAST_BAR else []
    drawn = [*drawn, figures("  ")] if drawn and result.total else []
    return [*lines, line((label, "title"), "  ", *drawn, figures(text), hanging_indent=2)]


_WHOLE, _LEAST_BAR = 30, 6  # columns of a bar at most, and at least


def _pace(result: StatusResult, t: "Texts") -> list[Line]:
    from llmroadmap.views._pace import outlook_line, week_line  # only where there is one

    lines = [week_line(result.target, t)] if result.target else []
    return lines + ([outlook_line(result.outlook, t)] if result.outlook else [])


def _notes(result: StatusResult, t: "Texts") -> list[Line]:
    kept = separator(
        t,
        t("status.note_count", n=result.notes) if result.notes else "",
        t("status.proof_count", n=result.proofs) if result.proofs else "",
        t("status.skipped_steps", n=result.skipped) if result.skipped else "",
        untimed(result, t),
        t("mine.left_out", n=result.left_out) if result.left_out else "",
    )
    return [line((kept, "dim"), hanging_indent=2)] if kept else []


class _Table:
    """Lays out the rows: a column is as wide on all of them, and each is one line.

    With `--all` on a narrow terminal, and where ids are long, a row takes two: name, then figures.
    """

    def __init__(self, shown: list[Row], result: StatusResult, screen: Screen, t: "Texts") -> None:
        self.screen, self.t = screen, t
        self.gap = "  " if is_wide(screen) else " "
        self.is_stacked = False
        counted = [row for row in shown if row.total]
        self.counts = widest([_count(row) for row in counted])
        self.hours = widest([self._hours(row) for row in counted])
        self.percents = 4 if is_wide(screen) else 0
        named = [row for row in shown if row.id]
        self.ids = widest([row.id for row in named]) + (4 if any(r.depth for r in shown) else 2)
        widths = [n + len(self.gap) for n in (self.counts, self.hours, self.percents) if n]
        self.room = screen.width - self.ids - sum(widths)  # for titles and bars
        self.is_stacked = self.room < (_LEAST_TITLE if is_wide(screen) else _LEAST_BAR) or (
            result.is_all and (not is_wide(screen) or self.ids > screen.width // 3)
        )
        if self.is_stacked:
            last = widest([self._hours(row) for row in counted])
            self.room = screen.width - _STACKED - sum(widths) - last + self.hours
            self.hours = last
            self.bar, self.titles = max(min(self.room, 20), 3), 0
        elif is_wide(screen):
            self.bar = min(max(2 * self.room // 5, 10), 30)
            longest = widest([row.title for row in named])
            self.titles = min(self.room - self.bar - 2 * len(self.gap), longest)
        else:
            self.bar, self.titles = min(self.room - 1, 16), 0

    def _hours(self, row: Row) -> str:
        if not row.minutes_left:
            return ""
        time = hours(self.t, row.minutes_left)
        return self.t("common.hours_left", time=time) if self.is_stacked else time

    def lines(self, row: Row) -> list[Line]:
        """Return the line of a stage or course, or the two that it takes."""
        if self.screen.is_plain:
            return [self._in_words(row)]
        if self.is_stacked:
            indent = 2 * row.depth
            name = self._head(row, 0)
            title = Span(text=f"{'  ' if row.id else ''}{row.title}", style=self._style(row))
            if not row.total:
                word = figures(row.word, "dim")
                return [line(*name, title, "  ", word, hanging_indent=indent + 2)]
            return [
                line(*name, title, hanging_indent=indent + 2),
                line(" " * _STACKED, *self._figures(row)),
            ]
        name = self._head(row, self.ids)
        if not row.id:
            # The ids of several, in place of id and title.
            room = self.ids + len(self.gap) + (self.titles or self.bar) - 2 * row.depth - 2
            text = pad(truncate(row.title, room), room) + (self.gap if self.titles else "")
            return [line(*self._head(row, 0), Span(text=text), *self._figures(row, joined=True))]
        text = pad(truncate(row.title, self.titles), self.titles) + self.gap if self.titles else ""
        title = Span(text=text, style=self._style(row))
        return [line(*name, Span(text=self.gap), title, *self._figures(row))]

    def _in_words(self, row: Row) -> Line:
        """Return the row in plain mode: name, then each figure by itself."""
        share = self.t("common.percent", n=row.percent) if row.total else ""
        left = self._hours(row)
        left = self.t("common.hours_left", time=left) if left else ""
        said = facts(self.t, row.word or _count(row), share, row.hidden, left)
        return line(*self._head(row, 0), "  ", row.title, self.t("common.between"), *said)

    def _style(self, row: Row) -> str:
        return "" if row.depth else "title"

    def _head(self, row: Row, width: int) -> list[Span]:
        """Return the sign of a row and its id, in `width` columns."""
        mark = Span(text="  ")
        if row.mark in (STARTED, DONE):
            mark = sign(self.screen, row.mark)
            mark = mark._replace(text=f"{mark.text} ")
        elif row.mark == FOLDED:
            mark = Span(text="+ ", style="dim")
        elif not row.depth:
            mark = Span(text="")
        indent = 2 * row.depth
        text = pad(row.id, width - indent - len(mark.text)) if width else row.id
        return [Span(text=" " * indent), mark, Span(text=text, style="id")]

    def _figures(self, row: Row, *, joined: bool = False) -> list[Span]:
        if row.word:
            return [figures(row.word, "dim")]
        drawn = bar(self.screen, row.done, row.total, self.bar)
        if joined and not self.titles:
            drawn = []
        elif row.hidden and not row.done and display_width(row.hidden) <= self.bar:
            drawn = [Span(text=pad(row.hidden, self.bar), style="dim")]
        percent = self.t("common.percent", n=row.percent)
        share = f"{self.gap}{percent:>{self.percents}}" if self.percents else ""
        counts = f"{self.gap}{_count(row):>{self.counts}}{share}"
        left = self._hours(row)
        left = " " * (self.hours - display_width(left)) + left
        return [*drawn, figures(counts), figures(f"{self.gap}{left}", "dim")]


# Where the figures begin that stand below a title; columns that say something of a title.
_STACKED, _LEAST_TITLE = 6, 24


def _count(row: Row) -> str:
    return f"{row.done}/{row.total}"
