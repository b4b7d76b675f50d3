"""What to recall for one day: compared with every other way to give the questions away."""

import random
from itertools import permutations

import pytest

from llmroadmap.core.study.fsrs_memory import Fsrs
from llmroadmap.core.study.memory import Memories
from llmroadmap.core.study.recall_plan import FARTHEST, _Days, _Planner, plan_until

TODAY = 740_000
FSRS = Fsrs()


def learned(*days_ago: int) -> Memories:
    made = {node: FSRS.memory(((TODAY - ago, 3),)) for node, ago in enumerate(days_ago)}
    return Memories(FSRS.curve, made)


def best(memories: Memories, days: int, most: int) -> float:
    """The most that can be known when each step is asked once at the most: all ways are tried."""
    planner = _Planner(memories, FSRS, _Days(TODAY, TODAY + days, most, most))
    slots = [TODAY + day for day in range(days) for _ in range(most)]
    found = 0.0
    for order in set(permutations(memories.of, min(len(slots), len(memories.of)))):
        chosen = dict(zip(order, slots[-len(order) :], strict=True))
        known = [
            planner._expected(memory, [chosen[node]] if node in chosen else [])
            for node, memory in memories.of.items()
        ]
        found = max(found, sum(known) / len(known))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_no_other_way_leaves_much_more_known(seed: int) -> None:
    chance = random.Random(seed)
    memories = learned(*(chance.randint(5, 400) for _ in range(6)))
    made = plan_until(memories, FSRS, TODAY, TODAY + 2, 2, 2)
    assert made.known >= best(memories, 2, 2) - 0.005
    assert made.known > made.without


def test_the_cap_holds_on_every_day_and_what_was_answered_today_counts() -> None:
    made = plan_until(learned(*range(10, 300, 3)), FSRS, TODAY, TODAY + 20, 3, 1)
    assert all(len(nodes) <= 3 for nodes in made.days.values())
    assert len(made.days[TODAY]) == 1
    assert min(made.days) == TODAY
    assert max(made.days) == TODAY + 19


def test_the_last_days_are_used_first_and_none_too_far_away() -> None:
    assert set(plan_until(learned(50, 60), FSRS, TODAY, TODAY + 400, 3, 3).days) >= {TODAY + 399}
    assert (
        min(plan_until(learned(*range(9, 400)), FSRS, TODAY, TODAY + 400, 3, 3).days)
        >= TODAY + 400 - FARTHEST
    )


def test_nothing_to_ask_about() -> None:
    made = plan_until(Memories(FSRS.curve, {}), FSRS, TODAY, TODAY + 9, 3, 3)
    assert (made.days, made.known) == ({}, 0.0)
