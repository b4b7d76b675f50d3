"""Texts of `mcp`."""

TEXTS = {
    "help": "让 AI 助手读取学习路线（MCP）",
    "option.write": "也允许它写笔记、标记完成",
    "for_programs": "这个命令由 AI 助手的客户端启动。在客户端的设置里写：",
    "only_reads": "默认只读。加上 --write，助手可以写笔记、逐步标记完成。",
    "may_write": "助手可以写笔记、逐步标记完成。撤销：llmroadmap undo",
    "more": "各个客户端的写法：docs/assistants.zh.md",
}
