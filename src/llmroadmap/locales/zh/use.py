"""Texts of `use`."""

TEXTS = {
    "help": "换一条学习路线",
}
