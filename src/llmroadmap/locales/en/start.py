"""Texts of `start`."""

TEXTS = {
    "help": "mark a step as in progress",
    "option.for": "count so long down here, then end the sitting: 25m",
    "counted": "{time} counted",
    "running": "{left} left  (Ctrl-C ends it)",
    "over": "Time is up.",
}
