"""What undo and redo take is one machine's, the last first."""

import pytest

from llmroadmap.core.progress.undo_redo import stacks
from trees import history


@pytest.mark.parametrize(
    ("lines", "undo", "redo"),
    [
        ([], "", ""),
        (["done a.1", "note a.1"], "c1 c0", ""),
        (["done a.1", "done a.2", "undo 1"], "c0", "c1"),
        (["done a.1", "done a.2", "undo 1", "undo 0"], "", "c0 c1"),
        (["done a.1", "done a.2", "undo 1", "undo 0", "redo 0"], "c0", "c1"),
        (["done a.1", "undo 0", "redo 0", "undo 0"], "", "c0"),
        (["done a.1", "undo 0", "done a.2"], "c2", ""),  # a new change leaves nothing to redo
        (["done a.1", "undo 9", "redo 0"], "c0", ""),
    ],
)
def test_what_can_be_undone_and_redone(lines: list[str], undo: str, redo: str) -> None:
    events = [{**e, "device": "here"} for e in history(*lines)]
    there = [
        {**e, "device": "there", "id": f"x{e['id']}", "change": "x"} for e in history("done b.1")
    ]
    found = stacks([*there, *events], "here")
    assert (found.undo, found.redo) == (undo.split(), redo.split())
