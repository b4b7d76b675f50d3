"""Texts of `paths`."""

TEXTS = {
    "help": "你的文件在哪里",
    "about.roadmap": "当前的学习路线",
    "about.progress": "你的进度",
    "about.config": "设置与自己的学习路线",
    "about.settings": "设置",
    "about.data": "进度与备份",
    "about.backups": "进度的备份",
    "about.cache": "编译缓存，可以删除",
    "path_missing": "尚未创建",
}
