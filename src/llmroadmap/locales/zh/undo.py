"""Texts of `undo`."""

TEXTS = {
    "make_again": "重做：",
    "undone": "已撤销：",
    "message.nothing-to-undo": "这台电脑上没有可以{verb}的改动。",
    "hint.nothing-to-undo": "查看记录：llmroadmap log",
}
