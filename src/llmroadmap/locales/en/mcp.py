"""Texts of `mcp`."""

TEXTS = {
    "help": "your roadmap for an assistant (MCP)",
    "option.write": "also allow notes and ticks",
    "for_programs": "Your assistant's client starts this command. In its settings:",
    "only_reads": "Read-only. With --write it may add notes and tick one step at a time.",
    "may_write": "It may add notes and tick one step at a time. To undo: llmroadmap undo",
    "more": "For each client: docs/assistants.md",
}
