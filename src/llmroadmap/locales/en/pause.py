"""Texts of `pause`."""

TEXTS = {
    "help": "take a holiday: your streak is kept",
    "option.until": "the last day of the pause",
    "option.for": "how long: 10d, 2w",
    "option.reason": "your own words on it, for the log",
    "option.end": "end the pause that lasts",
    "until_day": "Pause until {date}",
    "open_end": "Pause",
    "ends": "the next step you finish ends it",
    "kept": "Streak and forecast leave these days out. The next step you finish ends the pause.",
    "ended": "The pause is over. Welcome back.",
    "none": "There is no pause. Nothing changed.",
}
