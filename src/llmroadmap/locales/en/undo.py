"""Texts of `undo`."""

TEXTS = {
    "make_again": "Redo it: ",
    "undone": "Taken back:",
}
