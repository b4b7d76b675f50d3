import pytest

from conftest import Run


@pytest.mark.parametrize("verb", ["done", "skip", "start"])
def test_it_takes_back_whatever_was_said_of_a_step(small: Run, verb: str) -> None:
    small(f"{verb} a.1")
    answer = small("reopen a.1 --json").data
    assert [(step["id"], step["state"]) for step in answer["changed"]] == [("a.1", "open")]


def test_what_is_open_is_left_alone(small: Run) -> None:
    answer = small("reopen a.1 --json").data
    assert answer["changed"] == []
    assert "already open" in small("reopen a.1").out
