"""Texts of `done`."""

TEXTS = {
    "help": "标为完成",
}
