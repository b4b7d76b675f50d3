"""-q: nothing on success, errors as ever."""

import pytest

from conftest import Run


@pytest.mark.parametrize("line", ["-q done a.1", "done a.1 --quiet", "done -q a.1 --json"])
def test_success_says_nothing(small: Run, line: str) -> None:
    ran = small(line)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert small("show a.1 --json").data["state"] == "done"


def test_errors_are_told(small: Run) -> None:
    ran = small("done nothing -q")
    assert ran.status == 2 and "nothing" in ran.err
    assert small("done nothing -q --json").error["code"] == "unknown-item"


def test_behind_two_dashes_it_is_text(run: Run) -> None:
    assert run("note hf.0.1 --json -- -q").data["text"] == "-q"
