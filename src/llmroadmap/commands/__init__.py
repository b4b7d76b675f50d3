"""One file for each command; this table lists them without importing any.

A command's module has `run`, whose parameters are its arguments and options (declared with Typer's
`Argument` and `Option`, the help being a key of the texts), and `EXAMPLES`. `run` gets the
`workspace` and, if it wants to, `ask`, `choose` and `write`, which talk to the
person; it returns its result.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: the group it is listed under, and its one-line help by language."""

    group: str
    help: dict[str, str]


COMMANDS: dict[str, Entry] = {
    "today": Entry(
        "day",
        {"en": "where you are (also without a command)", "zh": "今天的概况（不写命令也一样）"},
    ),
    "next": Entry("day", {"en": "what to study now", "zh": "现在学什么"}),
    "done": Entry("day", {"en": "tick steps", "zh": "标为完成"}),
    "start": Entry("day", {"en": "say what you are working on", "zh": "标为进行中"}),
    "skip": Entry("day", {"en": "put steps out of the way", "zh": "跳过步骤"}),
    "reopen": Entry("day", {"en": "take a tick or a skip back", "zh": "重新打开步骤"}),
    "checkin": Entry("day", {"en": "a habit, kept today", "zh": "习惯打卡"}),
    "undo": Entry("day", {"en": "take the last change back", "zh": "撤销上一次改动"}),
    "redo": Entry("day", {"en": "make it again", "zh": "重做被撤销的改动"}),
    "resume": Entry("day", {"en": "come back after a while", "zh": "隔了一阵，接着学"}),
    "open": Entry("around", {"en": "open its page in the browser", "zh": "在浏览器里打开网页"}),
    "note": Entry("around", {"en": "write down your own words on it", "zh": "记笔记"}),
    "notes": Entry("around", {"en": "read your notes", "zh": "查看笔记"}),
    "proof": Entry("around", {"en": "keep the address of what came of it", "zh": "记下成果的网址"}),
    "status": Entry("look", {"en": "how far you are", "zh": "学到哪里了"}),
    "list": Entry("look", {"en": "the checklist as a tree", "zh": "以树的形式列出清单"}),
    "show": Entry("look", {"en": "everything about one item", "zh": "查看一项的全部内容"}),
    "find": Entry(
        "look", {"en": "search titles, ids, topics and notes", "zh": "搜索标题、id、主题和笔记"}
    ),
    "log": Entry("look", {"en": "what you did, day by day", "zh": "按天查看做过的事"}),
    "config": Entry("files", {"en": "see and change settings", "zh": "查看和修改设置"}),
    "roadmaps": Entry("plans", {"en": "your roadmaps", "zh": "你的学习路线"}),
    "use": Entry("plans", {"en": "follow another roadmap", "zh": "换一条学习路线"}),
    "add": Entry("plans", {"en": "make any plan a roadmap", "zh": "把任意计划变成学习路线"}),
    "update": Entry(
        "plans", {"en": "take a newer version, progress goes along", "zh": "更新计划，进度跟着走"}
    ),
    "remove": Entry("plans", {"en": "put one away, progress stays", "zh": "移除一条，进度保留"}),
    "edit": Entry("plans", {"en": "change one in your editor", "zh": "在编辑器里修改"}),
    "new": Entry("plans", {"en": "a small one to start from", "zh": "新建一个模板"}),
    "check": Entry("plans", {"en": "find mistakes in a roadmap file", "zh": "检查路线文件"}),
    "export": Entry("plans", {"en": "as a Markdown task list", "zh": "导出为 Markdown 清单"}),
    "paths": Entry("files", {"en": "where your files are", "zh": "你的文件在哪里"}),
    "backup": Entry("files", {"en": "copies of your progress", "zh": "进度的备份"}),
    "restore": Entry("files", {"en": "go back to a copy", "zh": "恢复到某个备份"}),
    "doctor": Entry("files", {"en": "is everything in order?", "zh": "检查一切是否正常"}),
    "completion": Entry("files", {"en": "Tab offers ids and titles", "zh": "Tab 补全"}),
}
