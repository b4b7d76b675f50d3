"""Texts of `mute`."""

TEXTS = {
    "help": "leave something out for good",
    "option.items": "steps, courses or habits; none: show what is muted",
}
