"""Texts of `move`."""

TEXTS = {
    "help": "keep your files in another folder",
    "option.folder": "the folder for your progress and settings",
    "option.back": "move them back to where they were",
    "done": "Your progress and settings are now in {folder}.",
    "joined": "Merged with what was there: {found} entries there, {brought} added.",
    "differs": "Another version was there and stays in use: {path}",
    "left": "The old files are kept but no longer used: {path}",
    "elsewhere": "On another computer that sees the folder: ",
    "take_back": "Undo: ",
}
