"""What `mcp` returns."""

from typing import NamedTuple


class McpResult(NamedTuple):
    """The program that an assistant's client has to start, and whether it may add notes and ticks."""

    command: str
    may_write: bool
