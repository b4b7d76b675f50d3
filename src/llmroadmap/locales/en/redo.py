"""Texts of `redo`."""

TEXTS = {
    "redone": "Redone:",
}
