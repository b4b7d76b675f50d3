"""Texts of `move`."""

TEXTS = {
    "help": "keep your files in another folder",
    "option.folder": "the folder for your progress and settings",
    "option.back": "bring them back to where they were",
    "done": "Your progress and settings are in {folder} from now on.",
    "joined": "Joined with what was there: {found} entries there, {brought} brought along.",
    "differs": "Another version was there and stays in use: {path}",
    "left": "The old files stay, out of use: {path}",
    "elsewhere": "On another computer that sees the folder: ",
    "take_back": "Take it back: ",
}
