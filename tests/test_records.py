"""A record with more than three fields is built by name: of twenty in a row, two are soon swapped."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
MOST = 3


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")


TREES = {
    module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in SRC.rglob("*.py")
}


def is_record(node: ast.ClassDef) -> bool:
    """A NamedTuple or a dataclass."""
    bases = {ast.unparse(base) for base in node.bases}
    decorators = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
    return bool(bases & {"NamedTuple", "typing.NamedTuple"}) or "dataclass" in decorators


def fields(node: ast.ClassDef) -> list[str]:
    return [
        ast.unparse(each.target)
        for each in node.body
        if isinstance(each, ast.AnnAssign) and "ClassVar" not in ast.unparse(each.annotation)
    ]


def records() -> dict[str, list[str]]:
    """The fields of the project's larger records, by full name."""
    found = {}
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and is_record(node) and len(fields(node)) > MOST:
                found[f"{module}.{node.name}"] = fields(node)
    return found


RECORDS = records()


def full_names(module: str, tree: ast.Module) -> dict[str, str]:
    """What the names in a module stand for: what it imports, at its head or later, and defines."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
        elif isinstance(node, ast.ClassDef):
            names[node.name] = f"{module}.{node.name}"
    return names


def built_by_position(module: str, tree: ast.Module) -> Iterator[str]:
    names = full_names(module, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name):
            if names.get(node.func.id) in RECORDS:
                yield f"line {node.lineno}: {ast.unparse(node)[:60]}"


def test_records_are_found() -> None:
    assert RECORDS["llmroadmap.results.done.DoneResult"][:2] == ["finished", "already_done"]
    tree = ast.parse("from llmroadmap.results.done import DoneResult as D\nD(1, took={})")
    assert [*built_by_position("x", tree)] == ["line 2: D(1, took={})"]


@pytest.mark.parametrize("module", sorted(TREES))
def test_large_records_are_built_by_name(module: str) -> None:
    assert [*built_by_position(module, TREES[module])] == []
