"""Texts of `start`."""

TEXTS = {
    "help": "标为进行中",
}
