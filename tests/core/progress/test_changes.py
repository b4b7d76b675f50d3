"""What `done`, `start`, `skip` and `reopen` change, and what that unlocks."""

import pytest

from llmroadmap.core.progress.changes import (
    GroupGiven,
    HabitGiven,
    check_nodes,
    choose_steps,
    unlocked,
)
from llmroadmap.core.progress.fold import fold
from trees import group, history, parallel, roadmap, step, steps

PLAN = roadmap(
    parallel(
        "s1",
        group("a", *steps("1 2"), step("x", optional=True)),
        group("b", step("1", needs=["a.1"]), step("2", needs=["a", "b.1"])),
        group("o", step("1"), optional=True, needs=["a.2"]),
        step("h", repeat="daily"),
    ),
    group("s2", step("c"), needs=["a", "b"]),
)


def node(name: str) -> int:
    found = PLAN.find(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lines", "verb", "items", "changing", "unchanged"),
    [
        ([], "done", "a.1", "a.1", ""),
        (["done a.1"], "done", "a.1", "", "a.1"),
        (["start a.1", "skip a.2"], "done", "a.1 a.2", "a.1 a.2", ""),
        ([], "done", "a.2 a.1 a.2", "a.2 a.1", ""),  # in the order said, each once
        ([], "done", "a.x", "a.x", ""),
        # Of a group its counted steps; what is skipped stays so
        ([], "done", "a", "a.1 a.2", ""),
        (["start a.1"], "done", "a", "a.1 a.2", ""),
        (["done a.1"], "done", "a", "a.2", "a.1"),
        (["skip a.1"], "done", "a", "a.2", "a.1"),
        (["skip a.1"], "done", "a a.1", "a.2 a.1", "a.1"),
        (["done a.1", "skip a.2"], "done", "a", "", "a.1 a.2"),
        ([], "done", "o", "", ""),  # nothing counted in it
        # What is done is neither skipped nor started
        (["done a.1"], "skip", "a", "a.2", "a.1"),
        (["done a.1", "start a.2"], "skip", "a.1 a.2", "a.2", "a.1"),
        (["skip a.1"], "skip", "a.1", "", "a.1"),
        (["done a.1", "skip a.2"], "start", "a.1 a.2 b.1", "a.2 b.1", "a.1"),
        (["start a.1"], "start", "a.1", "", "a.1"),
        (["done a.1", "skip a.2", "start a.x"], "reopen", "a a.x", "a.1 a.2 a.x", ""),
        (["start a.1"], "reopen", "a", "a.1", "a.2"),
        ([], "reopen", "a.1", "", "a.1"),
    ],
)
def test_the_steps_that_change(
    lines: list[str], verb: str, items: str, changing: str, unchanged: str
) -> None:
    progress = fold(PLAN, history(*lines))
    choice = choose_steps(progress, [node(name) for name in items.split()], verb)
    assert [PLAN.id_of(n) for n in choice.changing] == changing.split()
    assert [PLAN.id_of(n) for n in choice.unchanged] == unchanged.split()


@pytest.mark.parametrize(
    ("before", "changed", "opened"),
    [
        ([], "a.1", "b.1"),
        ([], "a.2", ""),  # `o` is optional as a whole: nothing waits there
        (["done a.1"], "a.2", ""),  # b.2 waits for b.1 still
        (["done a.1", "done b.1"], "a.2", "b.2"),
        (["done a.1", "done a.2"], "b.1", "b.2"),
        (["done a.1", "done a.2", "done b.1"], "b.2", "s2"),
        (["done a.1", "done a.2", "done b.1", "done c"], "b.2", ""),  # done long ago
        (["done a.1"], "a.1", ""),
        (["done b.1"], "a.1", ""),
        ([], "c", ""),
    ],
)
def test_what_is_unlocked(before: list[str], changed: str, opened: str) -> None:
    old = fold(PLAN, history(*before))
    new = fold(PLAN, history(*before, f"done {changed}"))
    assert [PLAN.id_of(n) for n in unlocked(old, new, [node(changed)])] == opened.split()


@pytest.mark.parametrize("verb", ["done", "start", "skip", "reopen"])
def test_a_habit_is_no_step(verb: str) -> None:
    progress = fold(PLAN, [])
    check_nodes(progress, [node("a.1")], verb)
    with pytest.raises(HabitGiven) as caught:
        check_nodes(progress, [node("a.1"), node("h")], verb)
    assert caught.value.facts() == {"item": "h", "verb": verb}


@pytest.mark.parametrize(
    ("lines", "first"),
    [([], "a.1"), (["done a.1"], "a.2"), (["done a.1", "done a.2", "done a.x"], "a")],
)
def test_a_group_is_not_started_but_its_first_step(lines: list[str], first: str) -> None:
    progress = fold(PLAN, history(*lines))
    for verb in ("done", "skip", "reopen"):
        check_nodes(progress, [node("a")], verb)
    with pytest.raises(GroupGiven) as caught:
        check_nodes(progress, [node("a")], "start")
    assert list(caught.value.facts().values()) == ["a", first]
