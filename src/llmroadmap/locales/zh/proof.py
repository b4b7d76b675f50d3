"""Texts of `proof`."""

TEXTS = {
    "help": "记下成果的网址（仓库、文章、notebook）",
    "added": "已记下成果：",
    "there": "这个网址之前就记下了。",
    "option.url": "成果的网址，可省略 https://",
}
