"""Texts of `proof`."""

TEXTS = {
    "help": "记下成果的网址（仓库、文章、notebook）",
    "added": "已记下成果：",
    "there": "这个网址之前已记下，无改动。",
    "option.url": "成果的网址：http:// 或 https://",
}
