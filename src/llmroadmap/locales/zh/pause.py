"""Texts of `pause`."""

TEXTS = {
    "help": "休息一段时间，不影响连续周数",
    "option.until": "休息到哪天（含当天）",
    "option.for": "休息多久：10天、两周、2w",
    "option.reason": "原因，记在 log 里",
    "option.end": "结束休息",
    "until_day": "休息到 {date}",
    "open_end": "休息中",
    "ends": "学完下一步就自动结束",
    "kept": "这些天不算进连续周数和预计时间。学完下一步就自动结束。",
    "ended": "休息结束，欢迎回来。",
    "none": "现在没有在休息，没有改动。",
}
