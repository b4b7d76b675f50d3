"""Texts of `redo`."""

TEXTS = {
    "help": "redo what you just undid",
    "redone": "Redone:",
}
