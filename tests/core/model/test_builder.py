"""From the tree of a roadmap file to columns and records."""

import json

from hypothesis import given

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import ASKED, HABIT, OPTIONAL, PARALLEL, STAGE, STEP, UNTIMED
from trees import group, parallel, random_trees, roadmap, step


def test_columns() -> None:
    plan = roadmap(
        parallel(
            "s1",
            group("a", step("1"), optional=True),
            step("h", repeat="weekly"),
            group("empty"),
        )
    )
    assert list(plan.columns.parent) == [-1, 0, 1, 0, 0]
    assert list(plan.columns.end) == [5, 3, 3, 4, 5]
    assert list(plan.columns.flags) == [
        STAGE | PARALLEL, OPTIONAL, STEP | OPTIONAL | ASKED | UNTIMED, STEP | HABIT | UNTIMED, 0,
    ]  # fmt: skip


def test_a_stage_without_items_is_no_step() -> None:
    plan = build_roadmap({"id": "x", "title": "X", "stages": [{"id": "s1", "title": "S"}]})
    assert not plan.is_step(0)
    assert plan.is_stage(0)


def test_needs_are_nodes_and_unknown_ones_are_left_out() -> None:
    plan = roadmap(group("s1", group("a", step("1")), step("b", needs=["a", "a.1", "gone"])))
    assert plan.needs == {3: (1, 2)}


def test_estimates() -> None:
    plan = roadmap(
        group("s1", step("a"), step("b", kind="video"), step("c", kind="video", minutes=7)),
        minutes={"video": 20},
    )
    assert list(plan.columns.minutes) == [0, 30, 20, 7]
    assert [plan.is_timed(node) for node in range(1, 4)] == [False, True, True]
    assert plan.has_untimed and not roadmap(group("s1", step("c", minutes=7))).has_untimed


def test_records_keep_the_words_and_not_the_shape() -> None:
    words = {"about": "x", "kind": "paper", "topics": ["t"], "origin": "o", "links": []}
    plan = roadmap(group("s1", step("a", needs=["s1"], was=["b"], minutes=3, **words)))
    assert plan.record(1) == {"id": "a", "title": "a", **words}


def test_the_head() -> None:
    plan = roadmap(group("s1"), about="A", tips=["T"], retired=[], minutes={})
    assert plan.head == {"id": "test", "title": "Test", "about": "A", "tips": ["T"], "retired": []}
    assert plan.fingerprint == "print"


@given(random_trees())
def test_the_columns_hold_the_tree(tree: dict) -> None:
    plan = build_roadmap(tree)

    def tree_of(node: int) -> list:
        return [plan.record(node)["id"], [tree_of(child) for child in plan.children(node)]]

    def tree_in(item: dict, full: str, prefix: str) -> list:
        return [
            full,
            [tree_in(i, prefix + i["id"], f"{prefix}{i['id']}.") for i in item.get("items", ())],
        ]

    assert [tree_of(node) for node in plan.stages()] == [
        tree_in(stage, stage["id"], "") for stage in tree["stages"]
    ]
    json.dumps([plan.record(node) for node in range(len(plan))])
    for node in range(len(plan)):
        assert plan.ids.find(plan.id_of(node)) == node
        assert node in plan.subtree(plan.stage_of(node))
