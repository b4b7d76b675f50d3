"""mcp: how to connect an assistant, for whoever calls it by hand."""

import json
from typing import TYPE_CHECKING

from llmroadmap.results.mcp import McpResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: McpResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what a client's configuration has to say."""
    arguments = ["mcp", "--write"] if result.may_write else ["mcp"]
    entry = {"mcpServers": {"llmroadmap": {"command": result.command, "args": arguments}}}
    rows = json.dumps(entry, ensure_ascii=False, indent=2).split("\n")
    return [
        line(t("mcp.for_programs")),
        *[line("  ", (row, "key"), hanging_indent=WHOLE) for row in rows],
        line(t("mcp.may_write" if result.may_write else "mcp.only_reads")),
        line((t("mcp.more"), "dim"), hanging_indent=2),
    ]
