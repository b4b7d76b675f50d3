"""Texts of `pause`."""

TEXTS = {
    "help": "take a holiday: your streak is kept",
    "option.until": "the last day of the pause",
    "option.for": "how long: 10d, 2w",
    "option.reason": "why, for the log",
    "option.end": "end the pause now",
    "until_day": "Paused through {date}",
    "open_end": "Paused",
    "ends": "ends with the next step you finish",
    "kept": "These days do not count in your streak or forecast. The pause ends with the next step you finish.",
    "ended": "The pause is over. Welcome back.",
    "none": "You are not on a pause. Nothing changed.",
}
