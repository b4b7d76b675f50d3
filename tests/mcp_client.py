"""A program that speaks to `llmroadmap mcp`, one line at a time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

SOURCE = Path(__file__).parents[1] / "src"


def environ_of(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LLMROADMAP_")}
    mine = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en", "LLMROADMAP_DEVICE": "test"}
    return {**kept, **mine, "PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error", **more}


class Client:
    """Starts the server in a process of its own and asks it."""

    def __init__(self, home: Path, *words: str, **environ: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "llmroadmap", "mcp", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environ_of(home, **environ),
        )  # fmt: skip
        self.number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.status, self.errors = self.end()

    def end(self) -> tuple[int, bytes]:
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, errors

    def send(self, line: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def read(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def ask(self, method: str, params: object = None) -> Any:
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method}
        self.send(json.dumps(message if params is None else {**message, "params": params}).encode())
        answer = self.read()
        assert answer["id"] == self.number
        return answer

    def greet(self, version: str = "2025-11-25", name: str = "tester") -> Any:
        params = {
            "protocolVersion": version,
            "capabilities": {},
            "clientInfo": {"name": name, "version": "1"},
        }
        return self.ask("initialize", params)["result"]

    def call(self, tool: str, **arguments: object) -> tuple[str, bool]:
        """The text of a tool's answer, and whether it is an error."""
        answer = self.ask("tools/call", {"name": tool, "arguments": arguments})
        result = answer["result"]
        return result["content"][0]["text"], result["isError"]

    def facts(self, tool: str, **arguments: object) -> Any:
        text, is_error = self.call(tool, **arguments)
        assert not is_error, text
        return facts_in(text)


def facts_in(text: str) -> Any:
    """The JSON between the fences."""
    _, _, rest = text.partition("```json\n")
    return json.loads(rest.partition("\n```")[0])
