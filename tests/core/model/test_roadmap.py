"""Questions about a roadmap's tree, ids old and new, and words in a language."""

import pytest

from llmroadmap.core.model.roadmap import Roadmap
from trees import group, parallel, roadmap, step, steps


@pytest.fixture
def plan() -> Roadmap:
    return roadmap(
        parallel(
            "s1",
            group("a", step("1"), group("2", *steps("read code")), was=["old", "older.deep"]),
            step("lone", optional=True, was=["b.9"]),
            step("h", repeat="daily"),
            title={"en": "First", "zh": "第一"},
            goals=[{"en": "Go.", "zh": "走。"}, "Both."],
        ),
        group("s2", group("b", step("1", was=["a.7", "old.7"]), optional=True)),
        title={"zh": "路线"},
    )


def names(plan: Roadmap, nodes: object) -> list[str]:
    return [plan.id_of(node) for node in nodes]  # type: ignore[attr-defined]


def at(plan: Roadmap, name: str) -> int:
    node = plan.ids.find(name)
    assert node is not None
    return node


def test_ids_are_paths_from_the_course_down(plan: Roadmap) -> None:
    assert list(plan.ids.all()) == [
        "s1", "a", "a.1", "a.2", "a.2.read", "a.2.code", "lone", "h", "s2", "b", "b.1",
    ]  # fmt: skip
    assert len(plan) == 11


def test_the_tree(plan: Roadmap) -> None:
    assert names(plan, plan.stages()) == ["s1", "s2"]
    assert plan.stages() is plan.stages()
    assert names(plan, plan.children(0)) == ["a", "lone", "h"]
    assert names(plan, plan.children(at(plan, "a.2"))) == ["a.2.read", "a.2.code"]
    assert names(plan, plan.subtree(at(plan, "a.2"))) == ["a.2", "a.2.read", "a.2.code"]
    assert names(plan, plan.path(at(plan, "a.2.code"))) == ["s1", "a", "a.2", "a.2.code"]
    assert names(plan, [plan.stage_of(at(plan, "b.1"))]) == ["s2"]


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("is_stage", ["s1", "s2"]),
        ("is_step", ["a.1", "a.2.read", "a.2.code", "lone", "b.1"]),
        ("is_counted", ["a.1", "a.2.read", "a.2.code"]),
        ("is_optional", ["lone", "b", "b.1"]),
        ("is_habit", ["h"]),
        ("is_parallel", ["s1"]),
    ],
)
def test_questions(plan: Roadmap, question: str, yes: list[str]) -> None:
    ask = getattr(plan, question)
    assert [plan.id_of(node) for node in range(len(plan)) if ask(node)] == yes


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("a", "a"),
        ("a.2.code", "a.2.code"),
        ("old", "a"),
        ("old.1", "a.1"),  # below a group that was
        ("old.2.read", "a.2.read"),
        ("older.deep.1", "a.1"),
        ("b.9", "lone"),
        ("a.7", "b.1"),
        ("old.7", "b.1"),  # the closer former id wins over the group's
        ("old.8", None),
        ("older", None),
        ("older.1", None),
        ("old1", None),
        ("", None),
        (".", None),
        ("nothing", None),
    ],
)
def test_former_ids(plan: Roadmap, name: str, today: str | None) -> None:
    node = plan.find(name)
    assert (None if node is None else plan.id_of(node)) == today


def test_an_id_in_use_is_no_former_one() -> None:
    plan = roadmap(group("s1", step("a"), step("b", was=["a"])))
    assert plan.find("a") == 1


def test_habits(plan: Roadmap) -> None:
    assert plan.has_habits
    assert names(plan, plan.habits()) == ["h"]
    without = roadmap(group("s1", step("a")))
    assert not without.has_habits
    assert without.habits() == []


def test_words(plan: Roadmap) -> None:
    stage = plan.item(0)
    assert (plan.id, plan.title("en"), plan.title("zh")) == ("test", "路线", "路线")
    assert (stage.id, stage.title("zh"), stage.title("en")) == ("s1", "第一", "First")
    assert stage.texts("goals", "zh") == ["走。", "Both."]
    assert stage.texts("tips", "zh") == []
    assert (stage.kind, stage.repeat, stage.text("about", "en")) == ("", "", "")
    assert plan.item(at(plan, "h")).repeat == "daily"


def test_the_minutes_of_a_group_are_those_of_its_counted_steps() -> None:
    plan = roadmap(
        group(
            "s1",
            step("a", minutes=50),
            step("b", optional=True, minutes=70),
            step("c", kind="paper"),
            step("d"),
            step("h", repeat="daily", minutes=5),
        ),
        minutes={"paper": 90},
    )
    assert [plan.item(node).minutes for node in range(len(plan))] == [170, 50, 70, 90, 30, 5]


def test_links_in_the_readers_language_come_first() -> None:
    one, other = (
        {"url": "https://e.org/1", "title": {"en": "One", "zh": "一"}},
        {
            "url": "https://e.org/2",
            "lang": "zh",
        },
    )
    item = roadmap(group("s1", step("a", links=[one, other]))).item(1)
    assert [link["url"][-1] for link in item.links("zh")] == ["2", "1"]
    assert [link["url"][-1] for link in item.links("en")] == ["1", "2"]
    assert [link["title"] for link in item.links("zh")] == ["", "一"]
