"""Texts of `remove`."""

TEXTS = {
    "help": "remove a plan (your ticks are kept)",
    "removed": "Removed {id}.",
    "progress_kept": "Your progress on it is kept: {path}",
    "message.built-in-roadmap": "“{name}” is the built-in roadmap: it cannot be removed.",
    "hint.built-in-roadmap": "Follow another one: llmroadmap use ID; leave parts of it out: llmroadmap skip or mute",
}
