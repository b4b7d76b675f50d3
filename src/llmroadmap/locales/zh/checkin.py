"""Texts of `checkin`."""

TEXTS = {
    "checked_already": "已经打过卡",
    "no_habit_due": "现在没有要打卡的习惯。",
    "streaks.daily": "连续打卡 {n} 天",
    "streaks.weekly": "连续打卡 {n} 周",
}
