"""Texts of `tag`."""

TEXTS = {
    "help": "给一项加标签",
    "option.item": "一项；不写则列出所有带标签的",
    "option.words": "自己的标签",
    "option.remove": "去掉这些标签；不写标签则全部去掉",
}
