"""Texts for what has come to its end."""

TEXTS = {
    "part": "学完了：",
    "chapter": "这一章学完了：",
    "course": "这门课学完了：",
    "stage": "这个阶段学完了：",
    "plan": "整条路线学完了：",
    "about_time": "约 {time}",
    "on_days": "学了 {n} 天",
    "finished_on": "学完于 {day}",
    "notes": "{n} 条笔记",
    "links": "{n} 个成果链接",
    "opens": "下一阶段：",
    "came_of_it": "留下的成果",
    "look_back": "回头看看：{command}",
    "optional_left": "还有 {n} 步选学，想学可以继续：",
}
