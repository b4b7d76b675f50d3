"""Texts of `remove`."""

TEXTS = {
    "help": "put one away, progress stays",
    "removed": "{id} is removed.",
    "progress_kept": "Your progress on it stays: {path}",
}
