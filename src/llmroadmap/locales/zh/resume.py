"""Texts of `resume`."""

TEXTS = {
    "help": "隔了一阵，接着学",
    "not_begun": "还没有开始。",
    "last_time": "上次：",
    "today": "今天",
    "yesterday": "昨天",
    "your_notes": "你的笔记",
    "opened_since": "新解锁",
    "still_in_progress": "进行中",
    "small_start": "想轻一点：",
    "begin_it": "开始：",
}
