"""Texts of `resume`."""

TEXTS = {
    "help": "pick up where you left off",
    "not_begun": "You have not started yet.",
    "last_time": "Last time: ",
    "today": "today",
    "yesterday": "yesterday",
    "your_notes": "Your notes",
    "opened_since": "Newly unlocked",
    "still_in_progress": "In progress",
    "small_start": "Something lighter: ",
    "begin_it": "Begin: ",
}
