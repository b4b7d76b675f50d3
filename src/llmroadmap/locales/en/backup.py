"""Texts of `backup`."""

TEXTS = {
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
}
