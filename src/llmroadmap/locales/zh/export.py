"""Texts of `export`."""

TEXTS = {
    "help": "导出为 Markdown 清单",
    "option.format": "{choices}；不写时看文件名后缀，默认 markdown",
    "option.output": "写入此文件",
}
