"""Texts of `export`."""

TEXTS = {
    "help": "导出为 Markdown 清单",
    "option.format": "markdown（带勾）或 yaml",
    "option.output": "写入此文件",
}
