"""A scripted lesson with the clients of others: the official Python SDK, and the Inspector."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from interop import inspector, python_of, told_by
from mcp_client import environ_of, facts_in

LESSON = Path(__file__).with_name("lesson.py")
SERVER = [sys.executable, "-m", "llmroadmap", "mcp"]


def events(home: Path) -> list[dict[str, Any]]:
    path = home / "data" / "progress" / "llm.json"
    return json.loads(path.read_text("utf-8"))["events"]


@pytest.mark.parametrize(
    ("environment", "major", "negotiated"),
    [("mcp-newest", "2", "2025-11-25"), ("mcp-previous", "1", None)],
)
def test_a_lesson_with_the_official_sdk(
    home: Path, environment: str, major: str, negotiated: str | None
) -> None:
    python = python_of(environment)
    # The server needs our source, the client must not find it.
    line = [python, "-P", str(LESSON), *SERVER, "--write"]
    said = json.loads(told_by(line, **environ_of(home)))
    assert said.pop("sdk").split(".")[0] == major
    assert said.pop("negotiated") == negotiated
    assert "Teach me the next step" in said.pop("lesson")
    assert "hf.1.1" in said.pop("today")
    assert said.pop("hours_left") > 100
    assert said.pop("found") >= 1
    assert said == {
        "tools": ["next", "show", "status", "find", "when", "quiz", "note", "tick"],
        "step": "hf.0.1",
        "title": "Introduction",
        "prompts": ["teach-next", "quiz-me", "weekly-review"],
        "noted": True,
        "next": "hf.1.1",
        "bulk": True,
        "notes": ["Colab needs an account"],
        "done": 1,
    }
    note, tick = events(home)
    assert note["via"] == tick["via"] == "via mcp, mcp"
    assert "set up Colab" in tick["text"]


def test_a_lesson_with_the_inspector(home: Path) -> None:
    program = inspector()
    environ = [
        word
        for name, value in environ_of(home).items()
        if name.startswith(("LLMROADMAP_", "PYTHON"))
        for word in ("-e", f"{name}={value}")
    ]

    def ask(method: str, *more: str) -> Any:
        line = [*program, *environ, *SERVER, "--write", "--method", method, *more]
        return json.loads(told_by(line))

    def call(tool: str, **given: str) -> Any:
        words = [
            word for name, value in given.items() for word in ("--tool-arg", f"{name}={value}")
        ]
        result = ask("tools/call", "--tool-name", tool, *words)
        return facts_in(result["content"][0]["text"])

    assert len(ask("tools/list")["tools"]) == 8
    step = call("next", count="1")["steps"][0]
    assert step["id"] == "hf.0.1"
    assert call("show", id="hf.0.1")["title"] == step["title"]
    assert call("note", id="hf.0.1", text="Colab needs an account")["noted"] == "hf.0.1"
    ticked = call("tick", id="hf.0.1", because="I set up Colab and an account")
    assert ticked["next"][0]["id"] == "hf.1.1"
    assert call("quiz")["finished_last"][0]["notes"] == ["Colab needs an account"]
    assert len(ask("prompts/list")["prompts"]) == 3
    lesson = ask("prompts/get", "--prompt-name", "teach-next")["messages"][0]["content"]["text"]
    assert "hf.1.1" in lesson
    uri = ask("resources/list")["resources"][0]["uri"]
    assert "hf.1.1" in ask("resources/read", "--uri", uri)["contents"][0]["text"]
    assert [each["do"] for each in events(home)] == ["note", "done"]
    assert "inspector" in str(events(home)[-1]["via"])
