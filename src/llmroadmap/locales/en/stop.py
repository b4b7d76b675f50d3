"""Texts of `stop`."""

TEXTS = {
    "help": "end this sitting, go on another day",
    "option.item": "the step; without it, the one whose clock runs",
    "option.minutes": "how long it was, in place of the clock: 40, 1h30m",
    "sitting": "{time} this time",
    "total": "{time} in all",
    "another_time": "Another time: undo, then {command}",
}
