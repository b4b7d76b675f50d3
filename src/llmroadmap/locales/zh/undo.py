"""Texts of `undo`."""

TEXTS = {
    "make_again": "重做：",
    "undone": "已撤销：",
}
