"""Texts of `list`."""

TEXTS = {
    "help": "按层级列出步骤",
    "folded": "已完成的单元已折叠；用 {command} 展开。",
    "proof_sign": "有成果，网址用 llmroadmap show 查看",
    "empty": "这里没有“{state}”的步骤。",
    "option.part": "阶段、课程或单元",
    "option.open": "只看未完成的",
    "option.done": "只看完成的",
    "option.all": "展开已完成的单元",
    "option.tag": "只看带这个标签的",
}
