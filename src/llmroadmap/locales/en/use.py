"""Texts of `use`."""

TEXTS = {
    "help": "switch to another roadmap",
}
