"""Texts of `check`."""

TEXTS = {
    "help": "检查路线文件",
    "good": "{path}：没有问题。",
    "errors": "{n} 个错误",
    "warnings": "{n} 个警告",
    "severities.error": "错误",
    "severities.warning": "警告",
    "option.links": "同时上网检查所有链接的网页是否还在",
    "option.file": "学习路线文件；不写则检查当前的学习路线",
}
