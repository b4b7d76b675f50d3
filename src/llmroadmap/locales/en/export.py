"""Texts of `export`."""

TEXTS = {
    "help": "write the roadmap as a Markdown task list",
    "option.format": "{choices}; without it, what FILE ends with, or markdown",
    "option.output": "write to this file",
}
