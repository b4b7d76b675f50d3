"""Texts of `week`."""

TEXTS = {
    "help": "this week, last week or the next",
    "option.last": "last week instead of this one",
    "option.next": "what comes next, fitted into the times of config study",
    "option.format": "markdown: a report to paste into a chat or a journal",
    "name.this": "This week",
    "name.last": "Last week",
    "coming": "Until {date}",
    "notes": "Notes",
    "no_slots": "To plan steps into your week: {command}",
    "fifths": "A fifth of each session is left free. What does not fit goes on next time.",
    "goes_on": "{time} left after that",
}
