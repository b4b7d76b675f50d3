"""Percent, hours and the sides that are open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.overview import Tally, open_branches, tally
from trees import event, group, history, parallel, random_trees, roadmap, step, steps

PLAN = roadmap(
    parallel(
        "s1",
        group("a", *steps("1 2 3")),
        group("b", *steps("1"), needs=["a"]),
        group("c", *steps("1"), optional=True),
    ),
    group("s2", step("d", minutes=90)),
)


@pytest.mark.parametrize(
    ("done", "total", "skipped", "percent"),
    [
        (0, 0, 0, 0),
        (0, 0, 3, 100),  # all skipped: nothing is left
        (0, 346, 0, 0),
        (1, 346, 0, 0.3),
        (6, 152, 0, 3.9),
        (3, 100, 0, 3),
        (1, 1_000_000, 0, 0.1),  # something is done
        (996, 10_000, 0, 10),  # 9.96 %
        (1, 2, 0, 50),
        (2, 3, 0, 67),
        (345, 346, 0, 99),  # 99.7 %
        (999_999, 1_000_000, 0, 99),
        (346, 346, 0, 100),
        (1, 1, 9, 100),
    ],
)
def test_percent(done: int, total: int, skipped: int, percent: float) -> None:
    assert Tally(done, total, skipped, 0, 0).percent == percent


def test_skipped_steps_leave_the_denominator() -> None:
    progress = fold(PLAN, history("done a.1", "skip a.2", "start a.3", "done c.1"))
    assert tally(progress, 1) == Tally(
        done=1, total=2, skipped=1, started=1, minutes_left=0, without_estimate=1
    )
    assert tally(progress) == Tally(1, 4, 1, 1, 90, 2)


@given(random_trees(), st.data())
def test_percent_is_100_exactly_when_nothing_is_open(tree: dict, data) -> None:
    plan = build_roadmap(tree)
    counted = [node for node in range(len(plan)) if plan.is_step(node)]
    events = [
        event(do, plan.id_of(node), n)
        for n, node in enumerate(counted)
        if (do := data.draw(st.sampled_from(["done", "done", "done", "skip", "start", ""])))
    ]
    progress = fold(plan, events)
    for node in [None, *range(len(plan))]:
        counts = tally(progress, node)
        inside = range(len(plan)) if node is None else plan.subtree(node)
        states = [progress.state(n) for n in inside if plan.is_counted(n)]
        if states:
            is_all = all(state in ("done", "skipped") for state in states)
            assert (counts.percent == 100) == is_all
        assert 0 <= counts.percent <= 100
        assert counts.done == 0 or counts.percent > 0
        assert counts.done + counts.skipped + states.count("open") + states.count("started") == len(
            states
        )
        assert counts.total == len(states) - counts.skipped
        assert not (counts.minutes_left or counts.without_estimate) == (progress.left(node) == 0)


def test_open_sides_are_courses_with_something_to_offer() -> None:
    def sides(*lines: str) -> list[str]:
        return [PLAN.id_of(side) for side in open_branches(fold(PLAN, history(*lines)), 0)]

    assert sides() == ["a"]
    assert sides("done a.1", "done a.2", "skip a.3") == ["b"]
    assert sides("done a.1", "done a.2", "skip a.3", "done b.1") == []
