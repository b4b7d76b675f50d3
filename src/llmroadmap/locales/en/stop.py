"""Texts of `stop`."""

TEXTS = {
    "help": "stop the clock, continue another day",
    "option.item": "the step; without it, the one whose clock runs",
    "option.minutes": "how long it took, instead of the clock: 40, 1h30m",
    "sitting": "{time} this time",
    "total": "{time} in all",
    "another_time": "Wrong time? Undo, then {command}",
}
