"""Texts of `reopen`."""

TEXTS = {
    "help": "un-tick or un-skip a step",
}
