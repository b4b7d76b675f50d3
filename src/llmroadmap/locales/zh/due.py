"""Texts of `due`."""

TEXTS = {
    "help": "给一项定个日期",
    "option.words": "一项和日期，如 2027-03-31；不写则列出所有日期",
    "option.remove": "去掉日期",
}
