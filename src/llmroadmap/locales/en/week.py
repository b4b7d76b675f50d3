"""Texts of `week`."""

TEXTS = {
    "help": "this week, the last or the next",
    "option.last": "last week in place of this one",
    "option.next": "what comes next, laid into the times of config study",
    "option.format": "markdown: a report to paste into a chat or a journal",
    "name.this": "This week",
    "name.last": "Last week",
    "coming": "The coming steps, up to {date}",
    "notes": "Notes",
    "no_slots": "To have steps laid into your week: {command}",
    "fifths": "A fifth of each time is left free. What does not fit goes on another time.",
    "goes_on": "{time} left after that",
}
