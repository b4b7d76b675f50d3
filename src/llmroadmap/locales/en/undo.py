"""Texts of `undo`."""

TEXTS = {
    "help": "undo the last change, and the one before it …",
    "make_again": "Redo: ",
    "undone": "Undone:",
    "message.nothing-to-undo": "Nothing to {verb} on this machine.",
    "hint.nothing-to-undo": "See what was done: llmroadmap log",
    "kept": (
        "{n} of these changes was edited by hand since; it stays as it is.",
        "{n} of these changes were edited by hand since; they stay as they are.",
    ),
    "plans.back": "The plan is the version from before the update.",
    "plans.again": "The plan is the newer version again.",
    "plans.stays": "The plan itself stays as it is: it was changed since, or its other version is not here.",
}
