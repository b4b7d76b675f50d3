"""--help: its headings."""

TEXTS = {
    "usage": "用法：",
    "some_options": "[选项]",
    "intro": "跟着学习路线一步步学到底：看下一步，学完打勾，随时看看走了多远。",
    "arguments": "参数",
    "options": "选项",
    "global": "每个命令都有",
    "examples": "例子",
    "commands": "命令",
    "more": "查看某个命令：llmroadmap 命令 --help",
    "group.day": "每天",
    "group.around": "具体一步",
    "group.look": "查看",
    "group.plans": "学习路线",
    "group.files": "文件与设置",
}
