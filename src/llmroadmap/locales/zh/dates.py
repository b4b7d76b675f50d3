"""Days."""

TEXTS = {
    "weekday.1": "周一",
    "weekday.2": "周二",
    "weekday.3": "周三",
    "weekday.4": "周四",
    "weekday.5": "周五",
    "weekday.6": "周六",
    "weekday.7": "周日",
    "month.1": "1 月",
    "month.2": "2 月",
    "month.3": "3 月",
    "month.4": "4 月",
    "month.5": "5 月",
    "month.6": "6 月",
    "month.7": "7 月",
    "month.8": "8 月",
    "month.9": "9 月",
    "month.10": "10 月",
    "month.11": "11 月",
    "month.12": "12 月",
    "date": "{year} 年 {number} 月 {day} 日（{weekday}）",
}
