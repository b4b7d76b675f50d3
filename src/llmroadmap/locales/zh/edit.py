"""Texts of `edit`."""

TEXTS = {
    "help": "在编辑器里修改",
    "message.no-editor": "没有可用的编辑器。",
    "message.editor-failed": "编辑器“{command}”没能正常运行：{reason}。",
    "hint.no-editor": "设置 $VISUAL 或 $EDITOR；笔记也可以直接写在 id 后面。",
    "hint.editor-failed": "没有写入。$VISUAL 和 $EDITOR 决定用哪个编辑器。",
}
