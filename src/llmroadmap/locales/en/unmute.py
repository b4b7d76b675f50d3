"""Texts of `unmute`."""

TEXTS = {
    "help": "take something muted in again",
    "option.items": "what was muted",
}
