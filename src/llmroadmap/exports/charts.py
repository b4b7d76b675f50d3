"""Charts as SVG for the page: a heatmap of the year and a burn-up. Each says in words what it shows."""

from collections.abc import Iterator
from datetime import date
from html import escape

from llmroadmap.exports import Material
from llmroadmap.exports.figures import Figures

_CELL, _GAP, _LEFT, _TOP = 11, 3, 34, 18
_WIDE, _HIGH, _SIDE, _FOOT = 480, 200, 66, 24


def month(day: date, material: Material) -> str:
    """Return a month and its year as the reader writes them."""
    name = material.t.of("dates", f"month.{day.month}")
    return material.t("dates.month_of", month=name, number=day.month, year=day.year)


def year_chart(figures: Figures, material: Material) -> str:
    """Return the year as a grid of days, its levels by the learner's own quartiles."""
    t, weeks = material.t, figures.year.weeks
    width = _LEFT + len(weeks) * (_CELL + _GAP)
    height = _TOP + 7 * (_CELL + _GAP)
    label = t("export.page_year_label", n=sum(level > 0 for week in weeks for level in week))
    return "".join(
        [
            (
                f'<svg class="year" role="img" viewBox="0 0 {width} {height}" width="{width}" '
                f'height="{height}"><title>{escape(label)}</title>'
            ),
            *_weekdays(material),
            *_months(figures, material),
            *_days(figures, material),
            "</svg>",
        ]
    )


def _weekdays(material: Material) -> Iterator[str]:
    for row in (0, 2, 4):
        day = (material.week_starts + row) % 7 + 1
        name = material.t.of("dates", f"weekday.{day}")
        y = _TOP + row * (_CELL + _GAP) + _CELL - 2
        yield f'<text x="0" y="{y}">{escape(name)}</text>'


def _months(figures: Figures, material: Material) -> Iterator[str]:
    """Yield the names of the months, above the first week that begins in each."""
    seen, last = -1, -4
    for column in range(len(figures.year.weeks)):
        first = date.fromordinal(figures.year.first + 7 * column)
        if first.month != seen and column - last >= 3:
            name = material.t.of("dates", f"month.{first.month}")
            yield f'<text x="{_LEFT + column * (_CELL + _GAP)}" y="11">{escape(name)}</text>'
            last = column
        seen = first.month


def _days(figures: Figures, material: Material) -> Iterator[str]:
    for column, week in enumerate(figures.year.weeks):
        for row, level in enumerate(week):
            if level < 0:
                continue
            day = figures.year.first + 7 * column + row
            x, y = _LEFT + column * (_CELL + _GAP), _TOP + row * (_CELL + _GAP)
            place = (
                f'<rect class="l{level}" x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" rx="2"'
            )
            if not level:
                yield f"{place}/>"
                continue
            minutes = material.t.minutes(figures.days[day].minutes)
            yield f"{place}><title>{date.fromordinal(day)} · {escape(minutes)}</title></rect>"


def burn_chart(figures: Figures, material: Material) -> str:
    """Return the hours of the plan that are done, week by week, against all that there are."""
    rows, t = figures.burn, material.t
    if len(rows) < 2:
        return ""
    top = max(row.scope for row in rows) or 1
    label = t(
        "export.page_burn_label",
        done=t.minutes(rows[-1].done),
        scope=t.minutes(rows[-1].scope),
        n=len(rows),
    )

    def at(index: int, minutes: int) -> str:
        x = _SIDE + (_WIDE - _SIDE - 6) * index / (len(rows) - 1)
        y = _HIGH - _FOOT - (_HIGH - _FOOT - 12) * minutes / top
        return f"{x:.1f},{y:.1f}"

    base = _HIGH - _FOOT
    done = " ".join(at(index, row.done) for index, row in enumerate(rows))
    scope = " ".join(at(index, row.scope) for index, row in enumerate(rows))
    return "".join(
        [
            f'<svg class="burn" role="img" viewBox="0 0 {_WIDE} {_HIGH}"><title>{escape(label)}</title>',
            *_lines(top, material),
            f'<polygon class="area" points="{_SIDE},{base} {done} {_WIDE - 6},{base}"/>',
            f'<polyline class="done" points="{done}"/>',
            f'<polyline class="scope" points="{scope}"/>',
            *_ends(figures, material),
            "</svg>",
        ]
    )


def _lines(top: int, material: Material) -> Iterator[str]:
    """Yield a line and its hours for nothing, half and all of it."""
    for share in (0.0, 0.5, 1.0):
        y = _HIGH - _FOOT - (_HIGH - _FOOT - 12) * share
        hours = material.t("common.hours", n=round(top * share / 60))
        yield f'<line x1="{_SIDE}" x2="{_WIDE - 6}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_SIDE - 6}" y="{y + 4:.1f}" text-anchor="end">{escape(hours)}</text>'


def _ends(figures: Figures, material: Material) -> Iterator[str]:
    first, last = (date.fromisoformat(figures.weeks[n].first_day) for n in (0, -1))
    y = _HIGH - 6
    yield f'<text x="{_SIDE}" y="{y}">{escape(month(first, material))}</text>'
    if month(first, material) != month(last, material):
        end = escape(month(last, material))
        yield f'<text x="{_WIDE - 6}" y="{y}" text-anchor="end">{end}</text>'
