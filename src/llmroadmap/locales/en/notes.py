"""Texts of `notes`."""

TEXTS = {
    "help": "read your notes",
    "no_notes": "No notes yet.",
    "no_notes_on": "No notes on {id} {title} yet.",
    "add_note": "Add one: {command}",
    "option.item": "only the notes on this item and what is in it",
}
