"""Texts of `redo`."""

TEXTS = {
    "help": "make it again",
    "redone": "Redone:",
}
