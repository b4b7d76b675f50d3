"""Texts of `remove`."""

TEXTS = {
    "help": "remove a plan (your ticks are kept)",
    "removed": "{id} is removed.",
    "progress_kept": "Your progress on it stays: {path}",
}
