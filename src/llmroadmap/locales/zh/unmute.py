"""Texts of `unmute`."""

TEXTS = {
    "help": "恢复隐藏的项",
    "option.items": "隐藏过的项",
}
