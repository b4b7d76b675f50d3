"""The learner's way from the first step to the last, over the real command line."""

import random

import pytest

from conftest import Run
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

COUNTED = 352


def first_side(steps: list[dict], chance: random.Random) -> dict:
    """Stay with what comes first in the file."""
    return min(steps, key=lambda step: (step["stage"]["id"], PLACE[step["id"]]))


def longest_untouched(steps: list[dict], chance: random.Random) -> dict:
    """Take what `next` puts first."""
    return steps[0]


def at_random(steps: list[dict], chance: random.Random) -> dict:
    """Take any of those offered."""
    return chance.choice(steps)


ROADMAP = build_roadmap(read_tree(bundled_roadmap()))
PLACE = {name: node for node, name in enumerate(ROADMAP.ids.all())}


@pytest.mark.parametrize("choose", [first_side, longest_untouched, at_random])
def test_ticking_what_is_offered_ends_at_the_end(run: Run, choose) -> None:
    chance = random.Random(7)
    done: set[str] = set()
    for _ in range(COUNTED):
        steps = run("next -n 50 --json").data["steps"]
        assert steps, f"nothing offered after {len(done)}"
        assert not any(step["optional"] for step in steps)
        # What is shown of the next stage is a look ahead, not a side open now.
        now = [step for step in steps if step["stage"]["id"] == steps[0]["stage"]["id"]]
        assert len({step["groups"][0]["id"] for step in now}) <= 4
        for step in steps:
            assert step["id"] not in done
            assert all(met(need, done) for need in needs_of(step["id"])), step["id"]
        # Any one of the sides open now: the first step that each of them offers.
        heads = {step["groups"][0]["id"]: step for step in reversed(now)}
        chosen = choose(list(reversed(heads.values())), chance)
        answer = run(["done", chosen["id"], "--json"]).data
        assert [step["id"] for step in answer["finished"]] == [chosen["id"]]
        done.add(chosen["id"])
    status = run("status --json").data
    assert (status["done"], status["total"], status["percent"]) == (COUNTED, COUNTED, 100)
    last = run("next")
    assert f"All {COUNTED} steps are done." in last.out
    assert "112 optional steps are left" in last.out


def needs_of(step: str) -> list[int]:
    return [need for n in ROADMAP.path(PLACE[step]) for need in ROADMAP.needs.get(n, ())]


def met(need: int, done: set[str]) -> bool:
    counted = [n for n in ROADMAP.subtree(need) if ROADMAP.is_counted(n)]
    return all(ROADMAP.id_of(n) in done for n in counted)
