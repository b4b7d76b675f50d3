"""Texts of `remove`."""

TEXTS = {
    "removed": "{id} is removed.",
    "progress_kept": "Your progress on it stays: {path}",
}
