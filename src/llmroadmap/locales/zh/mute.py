"""Texts of `mute`."""

TEXTS = {
    "help": "隐藏一项：不再推荐，也不计入",
    "option.items": "步骤、课程或习惯；不写则列出已隐藏的",
}
