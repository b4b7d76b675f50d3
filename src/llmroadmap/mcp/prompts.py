"""Prompts that a client offers its user: each has its material in it already."""

from collections.abc import Callable
from typing import Any, cast

from llmroadmap.mcp import material
from llmroadmap.mcp.quoting import quoted
from llmroadmap.prompts import Prompts
from llmroadmap.storage.workspace import Workspace


def _nobody() -> Prompts:
    return cast("Prompts", material.Guessing())


def _teach(workspace: Workspace) -> str:
    facts = material.next_steps(workspace, _nobody(), 0, 1)
    before = material.quiz(workspace, _nobody(), 1)
    return (
        "Teach me the next step of my study plan, and nothing beyond it. Begin with two short "
        "questions on the step that I finished last, if there is one. Build on my notes. End with two "
        "questions on the new step; I say myself when I have learned it.\n"
        f"{quoted({**facts, **before})}"
    )


def _quiz(workspace: Workspace) -> str:
    return (
        "Quiz me on what I finished last: one question at a time, from memory, mixed over the steps. "
        "Use the questions of the plan where there are any. Wait for my answer, then say what was "
        "right, what was missing, and where I can read it again.\n"
        f"{quoted(material.quiz(workspace, _nobody(), 5))}"
    )


def _week(workspace: Workspace) -> str:
    facts = {"week": material.week(workspace), "outlook": material.when(workspace, _nobody())}
    return (
        "Look back on my week of study with me: what I finished, what I could say about it without "
        "looking, what was hard. Then help me to pick what fits into next week. No reproach for days "
        "without study.\n"
        f"{quoted(facts)}"
    )


class _Prompt:
    def __init__(self, description: str, make: Callable[[Workspace], str]) -> None:
        self.description = description
        self.make = make


_PROMPTS = {
    "teach-next": _Prompt("Teach me the next step", _teach),
    "quiz-me": _Prompt("Quiz me on the last steps", _quiz),
    "weekly-review": _Prompt("Look back on this week", _week),
}
LIST: list[dict[str, Any]] = [
    {"name": name, "description": each.description} for name, each in _PROMPTS.items()
]
BY_NAME = {name: each.make for name, each in _PROMPTS.items()}
