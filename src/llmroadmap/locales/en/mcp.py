"""Texts of `mcp`."""

TEXTS = {
    "help": "your roadmap for an assistant (MCP)",
    "option.write": "let it add notes and ticks, too",
    "for_programs": "An assistant’s program starts this and speaks to it. In its settings:",
    "only_reads": "It only reads. With --write it may add notes and tick one step at a time.",
    "may_write": "It may add notes and tick one step at a time. Take anything back: llmroadmap undo",
    "more": "For each client: docs/assistants.md",
}
