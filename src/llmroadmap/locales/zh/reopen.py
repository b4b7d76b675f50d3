"""Texts of `reopen`."""

TEXTS = {
    "help": "取消完成或跳过",
}
