"""Texts of `skip`."""

TEXTS = {
    "help": "put steps out of the way",
    "option.reason": "why; it is kept",
}
