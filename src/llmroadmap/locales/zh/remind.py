"""Texts of `remind`."""

TEXTS = {
    "help": "学习时间到了而今天还没学，就显示一行提醒",
    "no_slots": "还没有设置学习时间：",
    "line": "{at} 该学习了：{id}  {title} · {time}",
}
