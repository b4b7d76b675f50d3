"""Texts of `export`."""

TEXTS = {
    "help": "as a Markdown task list",
    "option.format": "markdown (with your ticks) or yaml",
    "option.output": "write to this file",
}
