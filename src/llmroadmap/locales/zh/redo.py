"""Texts of `redo`."""

TEXTS = {
    "help": "重做刚撤销的改动",
    "redone": "已重做：",
}
