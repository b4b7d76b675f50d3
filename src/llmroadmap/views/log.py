"""log: the history in words, under the day that it belongs to."""

from itertools import groupby
from typing import TYPE_CHECKING

from llmroadmap.core.progress.verbs import verb_of
from llmroadmap.results.history import EventSummary, folded
from llmroadmap.results.log import LogResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.words import day_in_words, minutes, sign

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: LogResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `log`."""
    if not result.entries:
        return [line(t("log.empty"))]
    lines: list[Line] = []
    for day, entries in groupby(result.entries, key=lambda entry: entry.day):
        heading = line((day_heading(day, result.today, t), "key"))
        lines += [BLANK, heading] if lines else [heading]
        lines += history_lines([*entries], screen, t)
    if result.earlier:
        lines += [BLANK, line((_earlier(result, t), "dim"), hanging_indent=2)]
    return lines


def _earlier(result: LogResult, t: "Texts") -> str:
    """Return how many entries are left out, and what shows more of them."""
    more = t("log.earlier_entries", n=result.earlier)
    shown = len(folded(result.entries))
    words = "llmroadmap", "log", result.item.id if result.item else "", f"-n {max(100, 2 * shown)}"
    since = f"--since {result.since}" if result.since else ""
    return f"{more}{t('common.colon')}{' '.join(filter(None, [*words, since]))}"


def history_lines(entries: list[EventSummary], screen: Screen, t: "Texts") -> list[Line]:
    """Return what was done; many steps of one change are the first of them and a number."""
    lines = []
    for first, *others in folded(entries):
        lines += _entry_lines(first, len(others), screen, t)
    return lines


def entry_text(verb: str, text: str, t: "Texts") -> str:
    """Return what was written with an event; of an own change, what was changed."""
    if verb != "adjust":
        return text
    name, _, value = text.partition(": ")
    if value == "-":
        return t("mine.removed")
    if name == "due":
        try:
            value = day_in_words(value, t)
        except ValueError:
            return text  # as another version, or somebody's hand, wrote it
    elif name == "minutes" and value.isdecimal():
        value = minutes(t, int(value))
    return t.maybe("log.changes", name, value=value) or text


def day_heading(day: str, today: str, t: "Texts") -> str:
    """Return Today, Yesterday or the date with its weekday."""
    from datetime import date

    ago = (date.fromisoformat(today) - date.fromisoformat(day)).days
    named = {0: t("log.today"), 1: t("log.yesterday")}.get(ago)
    words = day_in_words(day, t)
    return f"{named}{t('common.between')}{words}" if named else words


def _entry_lines(entry: EventSummary, others: int, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was done: the time, the verb, the item, and what was written."""
    # What is counted for another day has no time of that day.
    time = entry.at[11:16] if entry.at[:10] == entry.day else "     "
    state = verb_of(entry.do).after
    mark = sign(screen, state) if state else " "
    verb = t.of("log.verbs", entry.do)
    took = (
        f"{t('common.between')}{minutes(t, entry.minutes)}" if entry.minutes and not others else ""
    )
    more = f"  {t('common.and_more', n=others)}" if others else ""
    lost = "" if entry.in_plan else f"  {t('common.not_in_plan')}"
    head = (time, "dim"), " ", mark, f" {verb}  ", (entry.id, "id"), f"  {entry.title}{more}"
    lines = [line("  ", *head, (f"{took}{lost}", "dim"), hanging_indent=10)]
    written = entry_text(entry.do, entry.text, t) or entry.url
    return lines + [
        line(" " * 10, row, hanging_indent=10) for row in written.split("\n") if written
    ]
