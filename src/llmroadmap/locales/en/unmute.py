"""Texts of `unmute`."""

TEXTS = {
    "help": "bring back something muted",
    "option.items": "what was muted",
}
