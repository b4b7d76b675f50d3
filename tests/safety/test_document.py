"""docs/safety.md names tests that exist, and every file of tests here is named in it."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "safety.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) > 60
    missing = [(file, name) for file, name in NAMED if name not in functions(ROOT / file)]
    assert not missing


def test_every_promise_and_every_way_to_fail_is_answered() -> None:
    promises = re.findall(r"^\*\*(\d)\. ", TEXT, re.MULTILINE)
    assert promises == [str(n) for n in range(1, 9)]
    rows = re.findall(r"^\| (\d+) \| (.+) \| (.+) \|$", TEXT, re.MULTILINE)
    assert [number for number, _, _ in rows] == [str(n) for n in range(1, 27)]
    assert all("`tests/" in proof or "above" in proof for _, _, proof in rows)


def test_no_file_of_tests_here_is_forgotten() -> None:
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    named = {Path(file).name for file, _ in NAMED}
    assert here - named <= {"test_document.py", "test_fuzz.py"}
