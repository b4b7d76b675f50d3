"""How a pace, a week and a day to come are said on several screens."""

from typing import TYPE_CHECKING

from llmroadmap.terminal.screen import Line, line
from llmroadmap.views.words import facts, minutes, separator

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.results.summaries import KnownSummary, Outlook, WeekTarget


def date_in_words(iso: str | None, t: "Texts") -> str:
    """Return a day to come, without its weekday; a word for one that is too far away."""
    if not iso:
        return t("when.too_far")
    year, month, day = iso.split("-")
    return t(
        "dates.plain",
        day=int(day),
        month=t.of("dates.month", str(int(month))),
        number=int(month),
        year=int(year),
    )


def known_in_words(known: "KnownSummary", t: "Texts") -> str:
    """Return how much of what is done is probably still known."""
    if known.percent == 100:
        return t("recall.all_known", n=known.steps)
    if known.steps == 1:
        return t("recall.one_known", percent=known.percent)
    return t("recall.still_known", n=known.steps, percent=known.percent)


def month_in_words(iso: str | None, t: "Texts") -> str:
    """Return the month of a day to come."""
    if not iso:
        return t("when.too_far")
    year, month, _ = iso.split("-")
    name = t.of("dates.month", str(int(month)))
    return t("dates.month_of", month=name, number=int(month), year=int(year))


# Up to so many days away a day is named, a month, a third of a year; beyond, the year.
_DAY, _MONTH, _THIRD = 45, 300, 1500


def rough_date(iso: str | None, days: float, t: "Texts") -> str:
    """Return a day to come as exactly as anybody can know it who is so many days away from it."""
    if not iso or days <= _DAY:
        return date_in_words(iso, t)
    if days <= _MONTH:
        return month_in_words(iso, t)
    year, month, _ = iso.split("-")
    if days > _THIRD:
        return year_of(int(year), t)
    return t.of("dates.third", str((int(month) - 1) // 4), year=int(year))


def year_of(year: int, t: "Texts") -> str:
    """Return a year in words."""
    return t("dates.year", year=year)


def a_week(t: "Texts", n: int) -> str:
    """Return minutes a week, to five minutes."""
    return t("when.a_week", time=minutes(t, max(5 * round(n / 5), 5)))


def outlook_line(outlook: "Outlook", t: "Texts") -> Line:
    """Return one quiet line: when, and what the date that was set asks for."""
    parts = []
    if outlook.date and outlook.days is not None:
        date = rough_date(outlook.date, outlook.days, t)
        if outlook.basis == "history":
            parts = [t("when.at_this_pace", date=date)]
        else:
            pace = a_week(t, outlook.minutes_per_week)
            parts = [t("when.what_if", pace=pace, date=date)]
    if outlook.finish_by and outlook.needed_minutes_per_week is not None:
        needed = a_week(t, outlook.needed_minutes_per_week)
        parts.append(t("when.for_date", date=date_in_words(outlook.finish_by, t), needed=needed))
    return line(*facts(t, *parts, style="dim"), hanging_indent=2)


def target_fact(week: "WeekTarget", t: "Texts") -> str:
    """Return `1 h 30 min of 6 h`, "" without a target."""
    if not week.target_minutes:
        return ""
    return t(
        "when.of_target", done=minutes(t, week.minutes), target=minutes(t, week.target_minutes)
    )


def streak_fact(week: "WeekTarget", t: "Texts") -> str:
    """Return how many weeks in a row, from two on."""
    weeks = week.weeks_in_a_row or 0
    return t("when.weeks_in_a_row", n=weeks) if weeks > 1 else ""


def week_line(week: "WeekTarget", t: "Texts") -> Line:
    """Return one quiet line on the week."""
    text = separator(t, target_fact(week, t), streak_fact(week, t))
    return line((t("today.this_week"), "dim"), (text, "dim"), hanging_indent=2)


def pause_text(until: str | None, t: "Texts") -> str:
    """Return that there is a pause, and until when."""
    if until:
        return t("pause.until_day", date=date_in_words(until, t))
    return t("pause.open_end")
