"""The work of a command does not grow with the plan: calls are counted, which no machine changes."""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from conftest import Run

DATA = Path(__file__).parents[1] / "benchmarks" / "data.py"


@pytest.fixture(scope="module")
def data():
    spec = spec_from_file_location("bench_data", DATA)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calls_of(line: list[str], run: Run) -> int:
    """Count the calls, of Python and of C functions, that a line makes."""
    count = 0

    def note(frame, event, arg) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        ran = run(line)
    finally:
        sys.setprofile(None)
    assert ran.status == 0, ran.err
    return count


@pytest.mark.parametrize(
    "words", [["next"], ["status"], ["done", "LEFT"], ["show", "LEFT"], ["list", "c0.g0"]]
)
def test_ten_times_the_steps_take_the_same_work(
    run: Run, data, tmp_path: Path, home: Path, words: list[str]
) -> None:
    counts = []
    # The same ten courses, each with a tenth or all of its groups filled: what is shown is equal.
    for size in (1_000, 10_000):
        plan = tmp_path / f"plan{size}.yaml"
        ids = data.write_roadmap(plan, size, courses=10)
        made = data.events(ids, size)
        progress = home / "data" / "progress" / f"bench{size}.json"
        data.write_progress(progress, f"bench{size}", made)
        for path in (plan, progress):
            os.utime(path, (1, 1))  # Caches are made of what has not changed just now.
        line = [ids[-1] if word == "LEFT" else word for word in words]
        where = ["--roadmap", str(plan)]
        run([*line, *where])  # compiles, folds, imports
        if words[0] == "done":
            line = ["done", ids[-2]]
        counts.append(calls_of([*line, *where], run))
    assert counts[1] <= counts[0] * 1.3, counts
