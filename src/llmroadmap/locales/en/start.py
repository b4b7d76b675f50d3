"""Texts of `start`."""

TEXTS = {
    "help": "mark a step as in progress",
    "option.for": "count down this long, then stop: 25m",
    "counted": "{time} counted",
    "running": "{left} left  (Ctrl-C stops)",
    "over": "Time is up.",
    "enough": "Enough for today: {command}",
    "go_on": "The countdown has ended. Go on: {command}",
}
