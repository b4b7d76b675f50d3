"""Texts of `note`."""

TEXTS = {
    "noted": "已记下：",
    "notes_on_it": "共 {n} 条笔记",
    "nothing_noted": "笔记是空的，没有写入。",
    "template.cut": "此行及以下内容都不保存。",
    "template.about": "关于 {item} {title} 的笔记",
    "template.how": "在上方用 Markdown 书写，保存后关闭编辑器。留空则不记。",
    "option.text": "笔记内容；- 表示从标准输入读；不写则打开编辑器",
}
