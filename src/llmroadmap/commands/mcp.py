"""mcp: your roadmap for an assistant, by the Model Context Protocol."""

import os
import sys
from typing import Annotated

from llmroadmap.declaration import Command, Option
from llmroadmap.results.mcp import McpResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="guide",
    examples=("llmroadmap mcp", "llmroadmap mcp --write"),
    serves=True,
    synchronised=False,
)


def run(
    workspace: Workspace,
    write: Annotated[bool, Option("--write", help="mcp.write")] = False,
) -> McpResult:
    """Return how an assistant's program starts it; where such a program did, it is served."""
    started = sys.argv[0]
    is_program = os.path.basename(started).startswith("llmroadmap")
    return McpResult(command=started if is_program else "llmroadmap", may_write=write)
