"""Texts of `checkin`."""

TEXTS = {
    "checked_already": "already checked in",
    "no_habit_due": "No habit is due.",
    "streaks.daily": ("{n} day in a row", "{n} days in a row"),
    "streaks.weekly": ("{n} week in a row", "{n} weeks in a row"),
}
