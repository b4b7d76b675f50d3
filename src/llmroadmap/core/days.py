"""The learner's days: which one something counts for, and the weeks they make.

A day is the ordinal of `datetime.date` in here and `2026-11-24` on disk and in answers. The day of
an event is written into it when it is recorded, by the learner's own clock; nobody reckons it again
from the instant, which would give another day after a journey, or where the day was said (`--on`).
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.core.progress.events import Event


# The day of what was done nobody knows when: a tick taken over from a plan that gives no date.
NO_DAY = "0002-01-01"

_DAYS: set[str] = set()  # that were found to be days: a record has few, and each often


def day_of(event: "Event") -> int:
    """Return the learner's day that the event counts for, an ordinal; 0 where that is not known."""
    day = event.get("on") or event["at"][:10]
    return 0 if day == NO_DAY else date.fromisoformat(day).toordinal()


def logged_day(event: "Event") -> int:
    """Return the day to show an event at: the one that it counts for, else that of its record."""
    return day_of(event) or date.fromisoformat(event["at"][:10]).toordinal()


def learners_day(moment: datetime, day_ends: int = 0) -> date:
    """Return the day that `moment` belongs to for someone whose day ends at hour `day_ends`."""
    return (moment - timedelta(hours=day_ends)).date()


def iso(day: int) -> str:
    """Return a day as `2026-11-24`, "" for 0: no day."""
    return date.fromordinal(day).isoformat() if day else ""


def is_day(text: str) -> bool:
    """Tell whether `text` is a day, written YYYY-MM-DD."""
    if text in _DAYS:
        return True
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not "0002" <= text[:4] <= "9998":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    _DAYS.add(text)
    return True


def week_of(day: int, week_starts: int = 0) -> int:
    """Return the number of the week that `day` is in; weeks begin on weekday 0 to 6."""
    # Ordinal 1 was a Monday.
    return (day - 1 - week_starts) // 7


def first_day_of(week: int, week_starts: int = 0) -> int:
    """Return the first day of the week that `week_of` gave this number."""
    return 7 * week + 1 + week_starts
