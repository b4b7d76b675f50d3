"""Texts of `guide`."""

TEXTS = {
    "help": "给编程智能体看的使用说明",
    "option.skill": "输出可以保存的 SKILL.md",
    "option.agents_md": "输出 AGENTS.md 的一节",
}
