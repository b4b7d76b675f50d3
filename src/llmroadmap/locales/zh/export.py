"""Texts of `export`."""

TEXTS = {
    "option.format": "markdown（带勾）或 yaml",
    "option.output": "写入此文件",
}
