"""Texts of `guide`."""

TEXTS = {
    "help": "what a coding agent needs to know to help you",
    "option.skill": "as a SKILL.md to keep",
    "option.agents_md": "as a section for AGENTS.md",
}
