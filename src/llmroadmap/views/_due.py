"""What today, status and the dashboard of several plans say of days that the learner has set."""

from typing import TYPE_CHECKING

from llmroadmap.results.summaries import DueItem
from llmroadmap.terminal.screen import Line, line
from llmroadmap.views._bars import untimed
from llmroadmap.views.words import day_in_words, facts, hours, minutes, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def due_lines(items: list[DueItem], most: int, t: "Texts", indent: int = 0) -> list[Line]:
    """Return a line for each of the first items, and where the others are.

    A day that has passed is said like any other: it is the day that was meant, and no reproach.
    """
    lines = [_line(item, t, indent) for item in items[:most]]
    if len(items) > most:
        more = t("common.and_more", n=len(items) - most) + t("common.colon")
        lines.append(to_type(more, "llmroadmap due", indent + 2))
    return lines


def _line(item: DueItem, t: "Texts", indent: int) -> Line:
    label = t("mine.due_on", day=day_in_words(item.day, t)) + t("common.colon")
    said = _left(item, t)
    return line(
        " " * indent,
        (label[:1].upper() + label[1:], "dim"),
        (item.id, "id"),
        f"  {item.title}{t('common.between') if said else ''}",
        *facts(t, *said, style="dim"),
        hanging_indent=indent + 2,
    )


def _left(item: DueItem, t: "Texts") -> list[str]:
    """Return what is left of the item: of a single step, how long it takes."""
    if item.steps_left <= 1:
        known = minutes(t, item.minutes_left) if item.minutes_left else ""
        return [known or t("common.time_unknown")] if item.steps_left else []
    left = t("common.hours_left", time=hours(t, item.minutes_left)) if item.minutes_left else ""
    words = t("steps.to_go", n=item.steps_left), left, untimed(item, t)
    return [word for word in words if word]
