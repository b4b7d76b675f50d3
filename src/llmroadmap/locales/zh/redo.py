"""Texts of `redo`."""

TEXTS = {
    "redone": "已重做：",
}
