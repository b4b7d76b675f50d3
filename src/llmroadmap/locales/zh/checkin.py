"""Texts of `checkin`."""

TEXTS = {
    "help": "习惯打卡",
    "checked_already": "已打过卡",
    "no_habit_due": "现在没有要打卡的习惯。",
    "streaks.daily": "连续打卡 {n} 天",
    "streaks.weekly": "连续打卡 {n} 周",
    "message.not-a-habit": "{item} 不是习惯。",
    "hint.not-a-habit": "可以打卡的习惯：{habits}",
}
