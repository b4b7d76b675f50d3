"""Texts of `skip`."""

TEXTS = {
    "help": "skip steps you don't need",
    "option.reason": "why, for the log",
}
