"""Texts of `done`."""

TEXTS = {
    "help": "tick steps",
}
