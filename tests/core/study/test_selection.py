"""What to study next: what is offered in which order, why, and what never is."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.fold import advance, fold
from llmroadmap.core.progress.progress import Progress, nothing_yet
from llmroadmap.core.study.selection import Offer, next_steps
from trees import event, group, history, parallel, random_trees, roadmap, step, steps

SEQUENCE = roadmap(group("s1", *steps("a b c")), group("s2", *steps("d")))
PARALLEL = roadmap(
    parallel("s1", group("a", *steps("1 2")), group("b", *steps("1 2")), group("c", *steps("1")))
)
NEEDS = roadmap(
    parallel(
        "s1",
        group("a", step("1"), step("2", needs=["b.1"]), step("3")),
        group("b", *steps("1 2")),
        group("c", *steps("1"), needs=["a"]),
    )
)
NESTED = roadmap(
    group(
        "s1",
        group(
            "a",
            parallel("p", group("x", *steps("1 2")), group("y", *steps("1"))),
            group("q", step("1", needs=["b.1"])),
            step("r"),
        ),
        group("b", *steps("1")),
        step("h", repeat="daily"),
        group("empty"),
    ),
    group("s2", *steps("d")),
)
OPTIONAL = roadmap(
    group("s1", step("a"), step("o", optional=True), group("g", *steps("1 2"), optional=True)),
    group("s2", step("b"), step("p", optional=True)),
)


def offers(plan: Roadmap, *lines: str, n: int = 99, **more: object) -> list[Offer]:
    return next_steps(fold(plan, history(*lines)), n, **more)  # type: ignore[arg-type]


def said(plan: Roadmap, found: list[Offer]) -> str:
    return " ".join(plan.id_of(offer.node) for offer in found)


@pytest.mark.parametrize(
    ("plan", "lines", "offered"),
    [
        # One after the other
        (SEQUENCE, [], "a b c d"),
        (SEQUENCE, ["done a"], "b c d"),
        (SEQUENCE, ["done b"], "a c d"),
        (SEQUENCE, ["skip a", "done c"], "b d"),
        (SEQUENCE, ["done a", "done b", "done c"], "d"),
        (SEQUENCE, ["done d"], "a b c"),
        (SEQUENCE, ["done a", "done b", "done c", "skip d"], ""),
        # What is started comes first, the latest touched at the head
        (SEQUENCE, ["start b"], "b a c d"),
        (SEQUENCE, ["start b", "start d"], "d b a c"),
        (SEQUENCE, ["start b", "start d", "note b"], "b d a c"),
        (SEQUENCE, ["start b", "reopen b"], "a b c d"),
        # Side by side: a step of each side, then the next of each
        (PARALLEL, [], "a.1 b.1 c.1 a.2 b.2"),
        (PARALLEL, ["done a.1"], "b.1 c.1 a.2 b.2"),
        (PARALLEL, ["done a.1", "done b.1", "done c.1"], "a.2 b.2"),
        (PARALLEL, ["done b.1", "done a.1", "done c.1"], "b.2 a.2"),
        (PARALLEL, ["done a.1", "done a.2", "done b.1"], "c.1 b.2"),
        (PARALLEL, ["done a.1", "note b", "note c"], "a.2 b.1 c.1 b.2"),
        (PARALLEL, ["start a.1"], "a.1 b.1 c.1 a.2 b.2"),
        # Needs: nothing that waits, and nothing behind it in its sequence
        (NEEDS, [], "a.1 b.1 b.2"),
        (NEEDS, ["done a.1"], "b.1 b.2"),
        (NEEDS, ["done b.1"], "a.1 b.2 a.2 a.3"),
        (NEEDS, ["done a.1", "skip b.1"], "a.2 b.2 a.3"),
        (NEEDS, ["done a.1", "done b.1", "done a.2"], "b.2 a.3"),
        (NEEDS, ["done a.1", "done b.1", "done a.2", "done a.3"], "c.1 b.2"),
        (NEEDS, ["done a.2"], "b.1 a.1 b.2 a.3"),  # done although it waited
        (NEEDS, ["start a.2"], "a.2 b.1 a.1 b.2"),  # started although it waits
        (NEEDS, ["start c.1"], "c.1 a.1 b.1 b.2"),
        # A group that holds something that waits holds up what comes after it
        (NESTED, [], "a.p.x.1 a.p.y.1 a.p.x.2"),
        (NESTED, ["done b.1"], "a.p.x.1 a.p.y.1 a.p.x.2 a.q.1 a.r d"),
        (NESTED, ["done a.p.x.1", "done a.p.x.2", "done a.p.y.1"], ""),
        (NESTED, ["skip a.q.1"], "a.p.x.1 a.p.y.1 a.p.x.2 a.r b.1 d"),
        (NESTED, ["done a.p.x.1"], "a.p.y.1 a.p.x.2"),
        # Optional steps when nothing counted is left, in file order
        (OPTIONAL, [], "a b"),
        (OPTIONAL, ["done a"], "b"),
        (OPTIONAL, ["start o"], "o a b"),
        (OPTIONAL, ["done a", "done b"], "o g.1 g.2 p"),
        (OPTIONAL, ["done a", "skip b", "done g.1", "start p"], "p o g.2"),
        (OPTIONAL, ["done a", "done b", "done o", "skip g.1", "done g.2", "done p"], ""),
    ],
)  # fmt: skip
def test_what_is_offered(plan: Roadmap, lines: list[str], offered: str) -> None:
    found = offers(plan, *lines)
    assert said(plan, found) == offered
    for n in range(len(found) + 1):
        assert offers(plan, *lines, n=n) == found[:n]


@pytest.mark.parametrize(
    ("plan", "lines", "reasons"),
    [
        (SEQUENCE, [], ["in-order"] * 4),
        (SEQUENCE, ["start b"], ["continue", "in-order", "in-order", "in-order"]),
        (PARALLEL, [], ["not-begun 3", *["in-order"] * 4]),
        (PARALLEL, ["done c.1", "done a.1"], ["not-begun 2", *["in-order"] * 2]),
        (PARALLEL, ["done c.1", "done a.1", "done a.2"], ["in-order"] * 2),  # one side only
        (NEEDS, ["done a.1", "done b.1", "done a.2", "done a.3"], ["unlocked a", "in-order"]),
        (NEEDS, ["done b.1", "done a.1"], ["untouched-longest 2", "unlocked b.1", "in-order"]),
        (NEEDS, ["done b.1", "done b.2", "done a.1"], ["unlocked b.1", "in-order"]),
        (OPTIONAL, ["done a", "done b", "start g.2"], ["continue", "optional", "optional", "optional"]),
    ],
)  # fmt: skip
def test_why(plan: Roadmap, lines: list[str], reasons: list[str]) -> None:
    def words(offer: Offer) -> str:
        by = "" if offer.by is None else plan.id_of(offer.by)
        return " ".join(filter(None, [offer.reason, by, str(offer.branches or "")]))

    assert [words(offer) for offer in offers(plan, *lines)] == reasons


def test_of_two_needs_the_one_finished_last_has_unlocked_it() -> None:
    plan = roadmap(
        group("s1", parallel("g", *steps("a b")), step("c", needs=["g.a", "g.b"]), *steps("d"))
    )
    for first, last in (("g.a", "g.b"), ("g.b", "g.a")):
        offer = offers(plan, f"done {first}", f"done {last}")[0]
        assert (offer.reason, plan.id_of(offer.by or 0)) == ("unlocked", last)
    assert offers(plan, "done g.a", "done g.b", "note c")[0].reason == "in-order"


@pytest.mark.parametrize(
    ("within", "lines", "offered"),
    [
        ("a", [], "a.1"),
        ("a", ["done b.1"], "a.1 a.2 a.3"),
        ("a.3", [], "a.3"),  # asked for by name: only its own needs hold it up
        ("a.2", [], ""),
        ("a.2", ["start a.2"], "a.2"),
        ("c", [], ""),
        ("c.1", ["done a.1"], ""),  # waits with its group
        ("b", ["start a.1"], "b.1 b.2"),
        ("b", ["done b.1", "done b.2"], ""),
    ],
)
def test_within_a_part(within: str, lines: list[str], offered: str) -> None:
    assert said(NEEDS, offers(NEEDS, *lines, within=NEEDS.find(within))) == offered


def test_the_optional_steps_of_a_part_come_when_the_part_is_finished_but_not_while_they_wait() -> (
    None
):
    plan = roadmap(
        group(
            "s1",
            group(
                "a", step("1"), *[step("o", optional=True), step("w", optional=True, needs=["b"])]
            ),
            step("b"),
        )
    )
    assert said(plan, offers(plan, "done a.1", within=1)) == "a.o"
    assert said(plan, offers(plan, "done a.1", "done b", within=1)) == "a.o a.w"


def test_what_is_not_wanted_is_passed_over() -> None:
    def but(*refused: str) -> str:
        return said(
            NEEDS, offers(NEEDS, "start b.1", accept=lambda n: NEEDS.id_of(n) not in refused)
        )

    assert but() == "b.1 a.1 b.2"
    assert but("b.1", "a.1") == "b.2"
    assert but("a.1", "b.1", "b.2") == ""


def open_now(progress: Progress) -> set[int]:
    return {n for n in range(len(progress.roadmap)) if progress.states[n] in (0, 1)}


@settings(max_examples=60, deadline=None)
@given(random_trees(), st.integers(0, 999), st.booleans())
def test_a_walk_ends_and_never_meets_what_waits(tree: dict, seed: int, skips: bool) -> None:
    plan = build_roadmap(tree)
    chance = random.Random(seed)
    progress = nothing_yet(plan)
    minute = 0
    while found := next_steps(progress, 99):
        nodes = [offer.node for offer in found]
        assert len(set(nodes)) == len(nodes)
        for node in nodes:
            assert progress.state(node) in ("open", "started")
            assert not progress.waits_for(node)
            assert plan.is_counted(node) == bool(progress.left())
        assert nodes[0] == next_steps(progress, 1)[0].node
        chosen = chance.choice(nodes)
        minute += 1
        verb = chance.choice(["done", "skip"]) if skips else "done"
        progress = advance(progress, [event(verb, plan.id_of(chosen), minute)])
    assert not progress.left()
    every = [n for n in range(len(plan)) if plan.is_step(n)]
    assert all(progress.state(n) in ("done", "skipped") for n in every)
    assert minute == len(every)


@settings(max_examples=60, deadline=None)
@given(random_trees(), st.data())
def test_whatever_was_ticked_something_is_offered_while_anything_is_open(tree: dict, data) -> None:
    plan = build_roadmap(tree)
    every = [plan.id_of(n) for n in range(len(plan)) if plan.is_step(n)]
    chosen = data.draw(st.lists(st.sampled_from(every or ["none"]), max_size=8))
    verbs = st.sampled_from(["start", "done", "skip", "reopen"])
    progress = fold(plan, [event(data.draw(verbs), name, n) for n, name in enumerate(chosen)])
    found = [offer.node for offer in next_steps(progress, 99)]
    assert len(set(found)) == len(found)
    assert bool(found) == any(
        progress.states[n] % 4 < 2 and plan.is_step(n) for n in range(len(plan))
    )
    started = [n for n in found if progress.state(n) == "started"]
    assert found[: len(started)] == started
    assert all(not progress.waits_for(n) for n in found[len(started) :])
