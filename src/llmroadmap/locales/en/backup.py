"""Texts of `backup`."""

TEXTS = {
    "help": "back up your progress",
    "option.action": "list the copies, or make one now",
    "copies_none": "There is no copy yet: one is made each day that something changes.",
    "copies_folder": "Copies of your progress in {folder}",
    "copy_made": "Copied: {name}",
    "copy_events": ("{n} event", "{n} events"),
    "copy_no_good": "not valid",
    "copy_notes.other": "the first of that day",
    "copy_notes.previous": "before the last change",
    "copy_notes.saved": "made by you",
    "copy_notes.replaced": "replaced by a restore",
    "copy_notes.damaged": "damaged, as it was found",
    "copies_how": "Go back to one: {command}",
    "message.no-progress-yet": "There is no progress yet that could be copied: {path} is not there.",
    "message.no-such-backup": "There is no good copy “{which}” of your progress.",
    "message.no-such-backup-at-all": "There is no good copy of your progress.",
    "hint.no-progress-yet": "Begin with what is first: llmroadmap next",
    "hint.no-such-backup": "See those there are: llmroadmap backup list",
    "hint.no-such-backup-at-all": "A copy is made each day that something changes.",
}
