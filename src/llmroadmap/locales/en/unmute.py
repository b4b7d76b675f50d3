"""Texts of `unmute`."""

TEXTS = {
    "help": "bring back something you muted",
    "option.items": "what you muted",
}
