"""What results say of the learner's pace and week."""

from typing import NamedTuple


class Outlook(NamedTuple):
    """When it will be done at this pace, in even odds; null where that is more than ten years away.

    `needed_minutes_per_week` is what `finish_by` asks for; both are null where none is set. `basis`:
    `history`, `target` or `plan`.
    """

    minutes_per_week: int
    basis: str
    date: str | None
    finish_by: str | None
    needed_minutes_per_week: int | None


class WeekTarget(NamedTuple):
    """The week so far: minutes studied, measured or estimated, and days with any activity.

    `target_minutes` is null without a target, `weeks_in_a_row` where the streak is switched off.
    """

    minutes: int
    target_minutes: int | None
    days: int
    target_days: int
    weeks_in_a_row: int | None
