"""A real program for each test of safety."""

from pathlib import Path

import pytest

from safety.program import Program, can_be_refused


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The real program, in a home where two steps were done, one after the other."""
    made = Program(tmp_path / "home")
    for step in ("a.1", "b.1"):
        assert made.run(["done", step]).status == 0
    return made


@pytest.fixture
def unprivileged(tmp_path: Path) -> None:
    """Skip where permissions mean nothing to the programs that we start."""
    if not can_be_refused(tmp_path):
        pytest.skip("nothing is refused to us here")
