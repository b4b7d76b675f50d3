"""Texts of `redo`."""

TEXTS = {
    "help": "重做被撤销的改动",
    "redone": "已重做：",
}
