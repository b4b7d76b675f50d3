"""Nothing that is read is ever run: the source has no way to do so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "llmroadmap"
MODULES = sorted(SOURCE.rglob("*.py"))
# What turns data into code, and what reads data by running it.
CALLS = {"eval", "exec", "compile", "__import__", "execfile", "breakpoint"}
METHODS = {("os", "system"), ("os", "popen"), ("yaml", "load"), ("yaml", "unsafe_load")}
SHELLS = {"getoutput", "getstatusoutput", "create_subprocess_shell"}
STARTS = {"run", "Popen", "call", "check_call", "check_output"}
LIBRARIES = {"pickle", "cPickle", "marshal", "shelve", "dill", "code", "codeop", "runpy"}
# Nothing is fetched: the browser is asked to, by the person, and only for http and https. One module
# asks whether pages are there, where `--links` was typed.
ONLINE = SOURCE / "doctor" / "link_requests.py"
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib"}


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_runs_or_fetches_anything(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = set(names(tree))
    roots = {name.partition(".")[0] for name in imported}
    assert not roots & LIBRARIES
    if path == ONLINE:
        assert imported & NETWORK, "then it needs no exception"
    else:
        assert not imported & NETWORK
        assert not roots & {name for name in NETWORK if "." not in name}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            assert called.id not in CALLS, ast.unparse(node)
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            assert (called.value.id, called.attr) not in METHODS, ast.unparse(node)
        name = getattr(called, "attr", getattr(called, "id", ""))
        assert name not in SHELLS, ast.unparse(node)
        for word in node.keywords:
            is_true = isinstance(word.value, ast.Constant) and word.value.value is True
            assert word.arg != "shell" or not (is_true or name in STARTS), ast.unparse(node)


def test_all_of_the_source_was_looked_at() -> None:
    assert len(MODULES) > 50


def test_the_checker_of_the_source_has_its_security_rules_on() -> None:
    import tomllib

    settings = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text("utf-8"))
    lint = settings["tool"]["ruff"]["lint"]
    assert "ALL" in lint["select"]
    # S603 and S607 are about starting a program at all; the editor and the browser are started.
    assert {rule for rule in lint["ignore"] if rule.startswith("S") and rule[1:].isdigit()} <= {
        "S603",
        "S607",
    }
    ours = [rules for files, rules in lint["per-file-ignores"].items() if files.startswith("src")]
    assert not any(rule == "S" or rule[:2] in ("S1", "S3") for rules in ours for rule in rules)
