"""No plan, progress file or query of any kind makes the work grow faster than itself."""

import sys
from collections.abc import Callable

import pytest

from llmroadmap.core.progress.fold import fold
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.storage.progress_format import LONGEST_ID, is_plain
from trees import event, group, roadmap, steps

PLAN = roadmap(group("s1", group("a", *steps("1 2 3"))))


def work(run: Callable[[], object]) -> int:
    """Count the lines of Python that run: the same on a slow machine and on a fast one."""
    count = 0

    def trace(frame: object, what: str, argument: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        run()
    finally:
        sys.settrace(None)
    return count


def moved(count: int) -> list[object]:
    chain = [event("moved", f"x.{n}", n, to=f"x.{n + 1}") for n in range(count)]
    ticks = [event("done", "x.0", count + n) for n in range(count // 10)]
    return [*chain, *ticks]


def read(text: str) -> Callable[[], object]:
    def run() -> object:
        try:
            return read_markdown(text)
        except PlanUnreadable:
            return None

    return run


GROWING: dict[str, Callable[[int], Callable[[], object]]] = {
    "moves": lambda n: lambda: fold(PLAN, moved(20 * n)),  # type: ignore[arg-type]
    "one heading": lambda n: read("# Plan\n\n" + "## Same\n\n- [ ] a\n\n" * (10 * n)),
    "one step": lambda n: read("# Plan\n\n## A\n\n" + "- [ ] same\n" * (10 * n)),
    "blank lines": lambda n: read("# Plan\n\n- [ ] a\n" + "\n" * (100 * n)),
    "spaces": lambda n: read("# Plan\n\n- [ ] a\n" + " " * (100 * n) + "\n- [ ] b\n"),
}


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_input_is_little_more_than_four_times_the_work(name: str) -> None:
    small, big = work(GROWING[name](20)), work(GROWING[name](80))
    assert big < 6 * small, (small, big)


def test_an_id_longer_than_any_roadmap_has_is_no_event_of_ours() -> None:
    made = {**event("done", "a.1"), "at": "2026-11-24T10:00:00+01:00"}
    assert is_plain(made)
    assert not is_plain({**made, "item": "." * (LONGEST_ID + 1)})


@pytest.mark.parametrize("text", ["\n" * 200_000, " \n" * 100_000, "\t \n" * 100_000])
def test_regular_expressions_do_not_look_back_over_blank_lines(text: str) -> None:
    # What is quadratic here would take minutes: the suite has a limit for that.
    read(f"# Plan\n\n- [ ] a\n{text}- [ ] b\n")()
