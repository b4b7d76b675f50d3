"""Texts of `find`."""

TEXTS = {
    "help": "搜索标题、id、主题和笔记",
    "fields.title": "标题",
    "fields.id": "id",
    "fields.topic": "主题",
    "fields.about": "说明",
    "fields.note": "笔记",
    "found_in": "（{fields}）",
    "more_found": "另有 {n} 项；用 -n 显示更多，或多写几个词",
    "nothing_found": "没有找到“{words}”。",
    "hint": "已搜索 id、标题、主题、说明和你的笔记，各语言都在内。少写几个词会找到更多。",
    "option.words": "要找的词，语言和顺序不限",
    "option.n": "显示几项",
}
