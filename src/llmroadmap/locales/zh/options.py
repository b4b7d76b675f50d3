"""Options and arguments of several commands."""

TEXTS = {
    "quiet": "成功时不输出任何内容",
    "id": "学习路线的 id",
    "item": "id、id 的一段，或标题里的词",
    "items": "id、id 的一段，或标题里的词",
    "habits": "习惯的 id",
    "on": "记在哪一天：昨天、上周五、2026-11-24、-3d",
    "yes": "不再询问",
    "lang": "语言：{languages}",
    "json": "输出 JSON，出错时也是",
    "roadmap": "用这条学习路线：文件或 id",
    "help": "显示此帮助",
    "version": "显示版本",
}
