"""Texts of `undo`."""

TEXTS = {
    "help": "undo the last change",
    "make_again": "Redo it: ",
    "undone": "Taken back:",
    "message.nothing-to-undo": "There is nothing to {verb} on this machine.",
    "hint.nothing-to-undo": "See what was done: llmroadmap log",
    "kept": (
        "{n} of these changes was edited by hand since; it stays as it is.",
        "{n} of these changes were edited by hand since; they stay as they are.",
    ),
}
