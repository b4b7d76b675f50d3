"""Texts of `backup`."""

TEXTS = {
    "help": "back up your progress",
    "option.action": "list the backups, or make one now",
    "copies_none": "No backup yet: one is made each day, before the first change.",
    "copies_folder": "Backups of your progress in {folder}",
    "copy_made": "Backed up: {name}",
    "copy_events": ("{n} entry", "{n} entries"),
    "copy_no_good": "not valid",
    "copy_notes.other": "the first of that day",
    "copy_notes.previous": "before the last change",
    "copy_notes.saved": "made by you",
    "copy_notes.replaced": "replaced by a restore",
    "copy_notes.damaged": "damaged, as it was found",
    "copies_how": "Restore one: {command}",
    "message.no-progress-yet": "There is no progress to back up yet: {path} is not there.",
    "message.no-such-backup": "There is no usable backup “{which}”.",
    "message.no-such-backup-at-all": "There is no usable backup.",
    "hint.no-progress-yet": "Begin with the first step: llmroadmap start",
    "hint.no-such-backup": "List them: llmroadmap backup list",
    "hint.no-such-backup-at-all": "One is made each day, before the first change.",
}
