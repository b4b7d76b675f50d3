"""Texts of `undo`."""

TEXTS = {
    "help": "撤销上一次改动",
    "make_again": "重做：",
    "undone": "已撤销：",
    "message.nothing-to-undo": "这台电脑上没有可以{verb}的改动。",
    "hint.nothing-to-undo": "查看记录：llmroadmap log",
    "kept": "其中 {n} 处后来手工改过，保持不动。",
}
