"""Texts of `estimate`."""

TEXTS = {
    "help": "改成自己的预计用时",
    "option.words": "一项和时间，如 40m；分组则是其中每一步的时间",
    "option.kind": "这一类的所有步骤",
    "option.remove": "恢复计划原来的预计用时",
}
