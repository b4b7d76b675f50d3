"""Bars one below another: how far a chapter, a stage, the whole is, with names and figures aligned."""

from typing import TYPE_CHECKING

from llmroadmap.core.records import NamedTuple
from llmroadmap.terminal.screen import Line, Screen, Span, line, pad, truncate
from llmroadmap.views.words import (
    bar,
    bar_width,
    figures,
    hours,
    is_wide,
    separator,
    uncounted,
    widest,
)

if TYPE_CHECKING:
    from typing import Protocol

    from llmroadmap.locales import Texts
    from llmroadmap.results.summaries import PartSummary
    from llmroadmap.views.words import Counted

    class Untimed(Protocol):
        """What may hold steps without an estimate."""

        @property
        def without_estimate(self) -> int: ...


class BarRow(NamedTuple):
    """A part with its bar: `text` are the figures behind it, or the word where nothing counts."""

    id: str
    title: str
    done: int
    total: int
    text: str


def bar_row(part: "PartSummary", t: "Texts", more: str = "", *, is_small: bool = False) -> BarRow:
    """Return the row of a part: a small one says how many steps are left, a large one its percentage."""
    word = uncounted(t, part.total, skipped=part.percent == 100)
    left = part.total - part.done
    share = t("common.percent", n=part.percent)
    if is_small:
        share = t("steps.to_go", n=left) if left else ""
    text = word or separator(t, f"{part.done}/{part.total}", share, more)
    return BarRow(id=part.id, title=part.title, done=part.done, total=part.total, text=text)


def whole_text(whole: "Counted", t: "Texts") -> str:
    """Return the figures of the whole plan: steps, percentage, hours left."""
    word = uncounted(t, whole.total, skipped=whole.percent == 100)
    left = hours(t, whole.minutes_left) if whole.minutes_left else ""
    left = t("common.hours_left", time=left) if left else ""
    percent = t("common.percent", n=whole.percent)
    return word or separator(t, f"{whole.done}/{whole.total}", percent, left)


def untimed(whole: "Untimed", t: "Texts") -> str:
    """Return how many of the steps left are without an estimate, "" for none."""
    return t("common.without_estimate", n=whole.without_estimate) if whole.without_estimate else ""


def bar_lines(rows: list[BarRow], screen: Screen, t: "Texts", indent: int = 2) -> list[Line]:
    """Return a line for each row, bars and figures aligned.

    Where several have no room for titles beside them, the ids stand alone.
    """
    ids = widest([row.id for row in rows])
    # Each on one line, also on a narrow screen.
    left = screen.width - indent - ids - widest([row.text for row in rows]) - 4
    width = min(bar_width(screen), max(left, _SHORTEST))
    room = screen.width - indent - width - widest([row.text for row in rows]) - 4
    titles = min(room - ids - 2, widest([row.title for row in rows]))
    if not is_wide(screen) or titles < min(_LEAST, widest([row.title for row in rows])):
        titles = 0
    lines = []
    for row in rows:
        name: list[Span] = [Span(text=pad(row.id, ids), style="id"), Span(text="  ")]
        if len(rows) == 1:
            name.append(Span(text=row.title + "  "))
        elif titles:
            name.append(Span(text=pad(truncate(row.title, titles), titles) + "  "))
        drawn = bar(screen, row.done, row.total, width) if row.total else []
        gap = figures("  " if row.total else "")
        parts = [Span(text=" " * indent), *name, *drawn, gap, figures(row.text)]
        lines.append(line(*parts, hanging_indent=indent + 2))
    return lines


# Columns below which a bar shows no difference, and a title says nothing any more.
_SHORTEST = 6
_LEAST = 12
