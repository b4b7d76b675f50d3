"""Texts of `reopen`."""

TEXTS = {
    "help": "take a tick or a skip back",
}
