"""Texts of `notes`."""

TEXTS = {
    "help": "查看笔记",
    "no_notes": "还没有笔记。",
    "no_notes_on": "还没有笔记：{id} {title}",
    "add_note": "记一条：{command}",
    "option.item": "只看这一项（及其中各项）的笔记",
}
