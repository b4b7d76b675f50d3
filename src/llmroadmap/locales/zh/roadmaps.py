"""Texts of `roadmaps`."""

TEXTS = {
    "help": "你的学习路线",
    "built_in": "程序自带",
    "roadmap_broken": "无法读取：{command}",
    "change_roadmap": "换一条：{command}",
}
