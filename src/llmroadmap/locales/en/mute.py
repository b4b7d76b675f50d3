"""Texts of `mute`."""

TEXTS = {
    "help": "leave something out",
    "option.items": "steps, courses or habits; without any: list what is muted",
}
