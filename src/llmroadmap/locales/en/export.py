"""Texts of `export`."""

TEXTS = {
    "option.format": "markdown (with your ticks) or yaml",
    "option.output": "write to this file",
}
