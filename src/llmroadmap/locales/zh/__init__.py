"""Chinese."""

from llmroadmap.locales import Language

_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


class Chinese(Language):
    name = "中文"
    sample = "中"
    yes = ("是", "好")
    no = ("否", "不", "不要", "取消")
    days = {  # noqa: RUF012
        "今天": 0,
        "今日": 0,
        "今晚": 0,
        "昨天": 1,
        "昨日": 1,
        "昨晚": 1,
        "前天": 2,
        "大前天": 3,
        "明天": -1,
        "后天": -2,
        "大后天": -3,
    }
    weekdays = {  # noqa: RUF012
        week + day: n
        for week in ("周", "星期", "礼拜")
        for days, n in zip(("一", "二", "三", "四", "五", "六", "日天"), range(7), strict=True)
        for day in days
    }
    months = {f"{month}月": n for n, month in enumerate(_MONTHS, 1)}  # noqa: RUF012
    periods = {  # noqa: RUF012
        word: (unit, offset)
        for unit, offset, words in (
            ("week", -1, "上周 上星期 上个星期 上礼拜 上个礼拜"),
            ("week", 0, "本周 这周 这星期 这个星期 这礼拜 这个礼拜"),
            ("week", 1, "下周 下星期 下个星期 下礼拜 下个礼拜"),
            ("month", -1, "上月 上个月"),
            ("month", 0, "本月 这月 这个月"),
            ("month", 1, "下月 下个月"),
        )
        for word in words.split()
    }
    which_weekday = {  # noqa: RUF012
        "上": -1,
        "上个": -1,
        "这": 0,
        "这个": 0,
        "本": 0,
        "下": 1,
        "下个": 1,
    }
    day_shifts = (("N ?个?U[之以]?前", -1), ("N ?个?U[之以]?后", 1))
    day_units = {  # noqa: RUF012
        "天": "day",
        "日": "day",
        "周": "week",
        "星期": "week",
        "礼拜": "week",
        "月": "month",
    }
    numbers = {  # noqa: RUF012
        "半": 0.5,
        "半个": 0.5,
        "一个半": 1.5,
        "两个半": 2.5,
        "三个半": 3.5,
        **{digit: n for n, digit in enumerate("一二三四五六七八九十", 1)},
        "两": 2,
    }
    hours = ("小时", "个小时", "钟头", "个钟头")
    minutes = ("分钟", "分")
    daily = ("每天", "每日", "每晚", "每天晚上", "每个晚上", "一天", "天天", "/天", "/日", "/晚")
    weekly = ("每周", "每星期", "每个星期", "每礼拜", "一周", "一星期", "一个星期", "/周", "/星期")
    days_a_week = ("天", "个晚上", "晚", "次")
    units = ("小时", "分钟", "步", "项", "天", "周", "年", "月", "日")
    conflicts = ("冲突",)
    list_separator = "、"
    sentence_separator = ""

    def plural(self, n: int) -> int:
        return 0


LANGUAGE = Chinese()
