"""Texts of `checkin`."""

TEXTS = {
    "help": "log a habit for today",
    "checked_already": "already checked in",
    "no_habit_due": "No habit is due.",
    "streaks.daily": ("{n} day in a row", "{n} days in a row"),
    "streaks.weekly": ("{n} week in a row", "{n} weeks in a row"),
    "message.not-a-habit": "{item} is not a habit.",
    "hint.not-a-habit": "Your habits: {habits}",
}
