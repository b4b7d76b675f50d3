"""Which steps fit a wish, and what those wait for that do not come next."""

import pytest

from llmroadmap.core.progress.fold import fold
from llmroadmap.core.study.next_filter import NextFilter, blocked, filter_offers, predecessors
from llmroadmap.core.study.selection import next_steps
from trees import group, history, roadmap, step, steps

PLAN = roadmap(
    group("s1", group("a", *steps("1 2")), group("b", step("1", needs=["a.2"]), step("2"))),
    group("s2", group("c", *steps("1 2"), step("x", optional=True))),
)


def names(nodes: list[int]) -> str:
    return " ".join(PLAN.id_of(node) for node in nodes)


@pytest.mark.parametrize(
    ("lines", "within", "node", "after"),
    [
        ([], None, "a.1", ""),
        ([], None, "a.2", "a.1"),
        ([], None, "b.1", "a.2"),  # what it needs, before what stands before it
        (["done a.1", "done a.2"], None, "b.2", "b.1"),
        ([], None, "c.1", "s1"),
        ([], "s2", "c.1", ""),  # asked for this stage, the other does not matter
        ([], "s2", "c.2", "c.1"),
        (["done a.1", "done a.2", "skip b.1", "skip b.2"], None, "c.1", ""),
    ],
)
def test_what_a_step_comes_after(
    lines: list[str], within: str | None, node: str, after: str
) -> None:
    progress = fold(PLAN, history(*lines))
    inside = PLAN.find(within) if within else None
    at = PLAN.find(node)
    assert at is not None
    assert names(predecessors(progress, at, inside)) == after


def test_out_of_turn_are_all_open_counted_steps() -> None:
    progress = fold(PLAN, history("done a.1", "skip b.2"))
    assert names(blocked(progress, NextFilter())) == "a.2 b.1 c.1 c.2"
    assert names(blocked(progress, NextFilter(within=PLAN.find("c")))) == "c.1 c.2"


def test_who_wishes_nothing_gets_what_is_next() -> None:
    progress = fold(PLAN, history("done a.1"))
    found = filter_offers(progress, 3, NextFilter())
    assert found == (next_steps(progress, 3), True, None)
