"""Texts of `undo`."""

TEXTS = {
    "help": "撤销上一次改动",
    "make_again": "重做：",
    "undone": "已撤销：",
    "message.nothing-to-undo": "没有可{verb}的操作。",
    "hint.nothing-to-undo": "查看记录：llmroadmap log",
    "kept": "其中 {n} 处后来手工改过，保持不动。",
    "plans.back": "计划恢复为更新前的版本。",
    "plans.again": "计划又是新版本了。",
    "plans.stays": "计划文件保持不动：后来改过，或这里没有另一个版本。",
}
