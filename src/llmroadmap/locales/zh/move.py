"""Texts of `move`."""

TEXTS = {
    "help": "把文件放到另一个文件夹",
    "option.folder": "存放进度和设置的文件夹",
    "option.back": "搬回原来的位置",
    "done": "从现在起，进度和设置都在 {folder}。",
    "joined": "已与那里原有的合并：原有 {found} 条，带去 {brought} 条。",
    "differs": "那里已有另一个版本，继续用它：{path}",
    "left": "旧文件还留着，不再使用：{path}",
    "elsewhere": "在另一台看得到这个文件夹的电脑上运行：",
    "take_back": "撤销：",
}
