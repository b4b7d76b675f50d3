"""Texts of `skip`."""

TEXTS = {
    "option.reason": "why; it is kept",
}
