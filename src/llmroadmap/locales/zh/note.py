"""Texts of `note`."""

TEXTS = {
    "help": "记笔记",
    "noted": "已记下：",
    "notes_on_it": "共 {n} 条笔记",
    "nothing_noted": "笔记是空的，没有写入。",
    "template.cut": "此行及以下内容都不保存。",
    "template.about": "关于 {item} {title} 的笔记",
    "template.how": "在上方用 Markdown 书写，保存后关闭编辑器。留空则不记。",
    "option.item": "步骤；不写就是进行中的，没有的话是最近动过的",
    "option.text": "笔记内容；- 表示从标准输入读；不写则打开编辑器",
    "message.note-too-long": "一条笔记最多 {limit} 个字符，这条有 {length} 个。",
    "hint.note-too-long": "长文放在文件或网页里，再记下网址：llmroadmap proof 条目 网址",
}
