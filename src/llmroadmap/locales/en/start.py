"""Texts of `start`."""

TEXTS = {
    "help": "say what you are working on",
}
