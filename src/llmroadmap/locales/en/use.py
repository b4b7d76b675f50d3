"""Texts of `use`."""

TEXTS = {
    "help": "follow another roadmap",
}
