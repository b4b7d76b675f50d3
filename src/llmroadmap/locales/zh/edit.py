"""Texts of `edit`."""

TEXTS = {
    "help": "在编辑器里修改路线",
    "message.no-editor": "没有可用的编辑器。",
    "message.editor-failed": "编辑器“{command}”没能正常运行：{reason}。",
    "hint.no-editor": "设置 $VISUAL 或 $EDITOR。",
    "hint.editor-failed": "没有写入。$VISUAL 和 $EDITOR 决定用哪个编辑器。",
    "message.editor-failed-at-once": "编辑器“{command}”立刻就返回了，什么都还没写。",
    "hint.editor-failed-at-once": "带窗口的编辑器要加上等待选项：code --wait、gedit --wait、subl -w",
    "message.editor-failed-encoding": "编辑器“{command}”存下的不是 UTF-8。没有写入任何内容。",
    "hint.editor-failed-encoding": "另存为 UTF-8，然后：llmroadmap note 条目 - < 文件",
    "option.mine": "编辑自己对计划的改动",
}
