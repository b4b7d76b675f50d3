"""中文。"""

from llmroadmap.locales import Language


class Chinese(Language):
    name = "中文"
    sample = "中"
    yes = ("是", "好")
    days = {"今天": 0, "昨天": 1, "前天": 2}  # noqa: RUF012
    hours = ("小时",)
    minutes = ("分钟", "分")
    units = ("小时", "分钟", "步", "项", "天", "周", "年", "月", "日")
    conflicts = ("冲突",)
    list_separator = "、"
    sentence_separator = ""

    def plural(self, n: int) -> int:
        return 0


LANGUAGE = Chinese()
