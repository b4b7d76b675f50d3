"""Public functions say which of our errors they raise."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "llmroadmap"
# A command raises what its work raises: its tests and the page of errors say that.
MODULES = [path for path in sorted(SRC.rglob("*.py")) if path.parent.name != "commands"]
CLASSES = [
    node
    for path in SRC.rglob("*.py")
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef)
]


def errors() -> set[str]:
    """The names of all that derive from our error; each stands beside who raises it."""
    found = {"LlmroadmapError"}
    while True:
        more = {
            each.name
            for each in CLASSES
            if any(isinstance(base, ast.Name) and base.id in found for base in each.bases)
        }
        if more <= found:
            return found
        found |= more


ERRORS = errors()


def raised(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and node.exc is not None:
            kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if isinstance(kind, ast.Name) and kind.id in ERRORS:
                yield kind.id


def unnamed(tree: ast.Module) -> list[str]:
    """The errors that a public function raises itself and its docstring does not name."""
    return [
        f"{node.name} raises {error}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        for error in raised(node)
        if (words := ast.get_docstring(node)) and error not in words
    ]


def test_what_is_looked_for_is_found() -> None:
    assert {"LlmroadmapError", "CannotRead", "GitFailed", "HabitGiven"} <= ERRORS
    source = 'def read():\n    """Read."""\n    raise CannotRead("x", "EIO")'
    assert unnamed(ast.parse(source)) == ["read raises CannotRead"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_docstrings_name_the_errors(path: Path) -> None:
    assert unnamed(ast.parse(path.read_text(encoding="utf-8"))) == []
