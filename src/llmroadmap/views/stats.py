"""stats: weeks as bars, the burn-up, the year as a heatmap, courses and kinds; piped, the weeks."""

from datetime import date
from typing import TYPE_CHECKING

from llmroadmap.results.stats import StatsResult, WeekTotal
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line, pad, truncate
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._pace import known_in_words, streak_fact, target_fact
from llmroadmap.views.words import facts, figures, filled_cells, hours, minutes, separator, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# Nothing, and the four levels of a day: signs differ, so that colour is not needed.
_LEVELS, _ASCII_LEVELS = "·░▒▓█", ".-+x#"
_STEPS, _ASCII_STEPS = "▁▂▃▄▅▆▇█", "_.-=+*#@"
_COURSES = 8


def show(result: StatsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `stats`."""
    if not screen.is_terminal or screen.is_plain:
        return [_plain_week(week, screen, t) for week in result.weeks]
    lines = [_head(result), *_summary(result, t)]
    if not result.steps and not result.minutes:
        return [*lines, line("  ", (t("stats.nothing_yet"), "dim"))]
    lines += [BLANK, *_weeks(result, screen, t), BLANK, *_burn_up(result, screen, t)]
    lines += [BLANK, *_heatmap(result, screen, t)]
    if result.recall:
        lines += [BLANK, line(known_in_words(result.recall, t))]
    lines += _table(
        t("stats.by_course"), [(c.title, c.minutes, c.steps, "") for c in result.courses], screen, t
    )
    kinds = [
        (t.of("common.kinds", kind.kind), kind.minutes, kind.steps, factor_text(kind.factor, t))
        for kind in result.kinds
    ]
    return lines + _table(t("stats.by_kind"), kinds, screen, t)


def factor_text(factor: float | None, t: "Texts") -> str:
    """Return how long such steps take against their estimate, "" where it is not known."""
    return "" if factor is None else t("stats.factor", factor=f"{factor:.1f}")


def _plain_week(week: WeekTotal, screen: Screen, t: "Texts") -> Line:
    parts = (
        week.first_day,
        t("common.minutes", n=week.minutes),
        t("common.steps", n=week.steps),
        t("today.active_days", n=week.days),
        t("stats.done_of", done=_h(week.done_minutes), scope=_h(week.scope_minutes)),
        t("stats.plan_changed") if week.plan_changed else "",
    )
    gap = t("common.between") if screen.is_plain else "  "
    return line(gap.join(part for part in parts if part))


def _h(n: int) -> int:
    return round(n / 60)


def _head(result: StatsResult) -> Line:
    if result.part:
        return line((result.part.id, "id"), "  ", (result.part.title, "title"), hanging_indent=2)
    return line((result.title, "title"), hanging_indent=2)


def _summary(result: StatsResult, t: "Texts") -> list[Line]:
    labels = t("stats.this_week"), t("stats.last_week"), t("stats.in_all")
    width = widest(list(labels)) + 2
    weeks = result.weeks
    this = weeks[-1:] if weeks else []
    rows = [(labels[0], week, target_fact(result.target, t)) for week in this]
    rows += [(labels[1], week, "") for week in weeks[-2:-1]]
    lines = [
        line(
            "  ",
            (pad(label, width), "key"),
            *facts(
                t,
                *_week_facts(week, fact, t),
                streak_fact(result.target, t) if week is weeks[-1] else "",
            ),
            hanging_indent=4,
        )
        for label, week, fact in rows
    ]
    longest = t("stats.longest", n=result.longest_row) if (result.longest_row or 0) > 1 else ""
    whole = facts(
        t,
        hours(t, result.minutes),
        t("common.steps", n=result.steps),
        t("today.active_days", n=result.active_days),
        longest,
    )
    return [*lines, line("  ", (pad(labels[2], width), "key"), *whole, hanging_indent=4)]


def _week_facts(week: WeekTotal, fact: str, t: "Texts") -> list[str]:
    if not week.days:
        return [fact or t("stats.nothing")]
    steps = t("common.steps", n=week.steps) if week.steps else ""
    return [fact or minutes(t, week.minutes), steps, t("today.active_days", n=week.days)]


def _weeks(result: StatsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return a bar for each week; what was forgiven or rested has a sign of its own."""
    most = max([week.minutes for week in result.weeks], default=0) or 1
    width = 30 if screen.width >= 70 else 10
    lines = []
    names = {week.first_day: _short_day(week.first_day, t) for week in result.weeks}
    column = widest([*names.values()])
    for week in result.weeks:
        if not week.mark and not week.minutes:
            continue  # before the first day
        mark = t.maybe("stats.marks", week.mark)
        text = minutes(t, week.minutes) if week.minutes else ""
        steps = t("common.steps", n=week.steps) if week.steps and screen.width >= 60 else ""
        tail = separator(t, text, steps, mark if not week.minutes or mark else "")
        bar = Span(text=pad(filled_cells(screen, week.minutes, most, width), width), style="done")
        name = names[week.first_day]
        day = f"  {' ' * (column - display_width(name))}{name}  "
        lines.append(line(day, bar, "  ", figures(tail, "" if week.minutes else "dim")))
    return lines


def _short_day(iso: str, t: "Texts") -> str:
    day = date.fromisoformat(iso)
    return t("stats.day", day=day.day, month=t.of("dates.month", str(day.month)))


def _burn_up(result: StatsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return how far the plan was week by week, against its scope then."""
    signs = _STEPS if screen.is_unicode else _ASCII_STEPS
    weeks = result.weeks[-min(len(result.weeks), max(screen.width - 24, 8)) :]
    heights = [_share(week, len(signs)) for week in weeks]
    curve = "".join(signs[height] for height in heights)
    last = weeks[-1]
    text = t("stats.done_of", done=_h(last.done_minutes), scope=_h(last.scope_minutes))
    label = f"  {t('stats.burn_up')}  "
    lines = [line(label, (curve, "done"), "  ", figures(text))]
    if any(week.plan_changed for week in weeks):
        under = "".join("^" if week.plan_changed else " " for week in weeks).rstrip()
        lines.append(line(" " * display_width(label), under, f" {t('stats.plan_changed')}"))
    return lines


def _share(week: WeekTotal, levels: int) -> int:
    if not week.scope_minutes:
        return 0
    return min(levels * week.done_minutes // week.scope_minutes, levels - 1)


def _heatmap(result: StatsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the days as seven rows, a column a week: as many as fit."""
    signs = _LEVELS if screen.is_unicode else _ASCII_LEVELS
    levels = {day.day: day.level for day in result.days}
    first, last = date.fromisoformat(result.first_day), date.fromisoformat(result.last_day)
    begin = first.toordinal() - (first.weekday() - result.week_starts) % 7
    weeks = range(begin, last.toordinal() + 1, 7)
    names = [t.of("dates.weekday", str((result.week_starts + row) % 7 + 1)) for row in range(7)]
    label = widest(names) + 1
    weeks = weeks[-max(screen.width - label - 3, 4) :]
    lines = [line("  ", " " * label, (_months(weeks, t), "dim"))]
    for row, name in enumerate(names):
        spans = []
        for week in weeks:
            day = date.fromordinal(week + row)
            inside = first <= day <= last
            level = levels.get(day.isoformat(), 0)
            sign = signs[level] if inside else " "
            spans.append(Span(text=sign, style="done" if level else "dim"))
        lines.append(line("  ", (pad(name, label), "dim"), *spans))
    key = t("stats.less"), *(f" {sign}" for sign in signs), f" {t('stats.more')}"
    bounds = t(
        "stats.quartiles",
        times=t.language.list_separator.join(minutes(t, n) for n in result.bounds),
    )
    return [*lines, line("  ", ("".join(key), "dim"), "  ", (bounds, "dim"), hanging_indent=4)]


def _months(weeks: range, t: "Texts") -> str:
    """Return the names of the months above the weeks that they begin in, where there is room."""
    text, before = "", 0
    for column, week in enumerate(weeks):
        month = date.fromordinal(week + 6).month
        name = t.of("dates.month", str(month))
        if month != before and display_width(text) <= column and column + 4 <= len(weeks):
            text = pad(text, column) + name + " "
        before = month
    return text.rstrip()


def _table(
    title: str, rows: list[tuple[str, int, int, str]], screen: Screen, t: "Texts"
) -> list[Line]:
    if not rows:
        return []
    width = min(widest([name for name, *_ in rows]), max(screen.width - 34, 12))
    lines = [BLANK, line((title, "key"))]
    for name, time, steps, more in rows[:_COURSES]:
        words = facts(t, hours(t, time), t("common.steps", n=steps), more)
        lines.append(line("  ", pad(truncate(name, width), width), "  ", *words, hanging_indent=4))
    if len(rows) > _COURSES:
        lines.append(line("  ", (t("common.and_more", n=len(rows) - _COURSES), "dim")))
    return lines
