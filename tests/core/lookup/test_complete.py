"""What completion offers: what makes sense, in the order of the plan, never too much of it."""

import pytest

from llmroadmap.core.lookup.complete import AT_ONCE, KINDS, MOST, offered
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import Progress


def offers(progress: Progress, kind: str, beginning: str) -> list[str]:
    found = offered(progress, kind, beginning)
    for text, node in found:
        assert progress.roadmap.id_of(node) == text.removesuffix(".")
    return [text for text, _ in found]


def roadmap_of(*courses: dict) -> Progress:
    tree = {"id": "r", "stages": [{"id": "s1", "title": "S", "items": list(courses)}]}
    return fold(build_roadmap(tree), [])


def course(name: str, count: int) -> dict:
    items = [{"id": str(n), "title": f"Step {n}"} for n in range(1, count + 1)]
    return {"id": name, "title": name, "items": items}


def after(progress: Progress, **verbs: str) -> Progress:
    events = [
        {"id": f"{n}", "at": f"2026-11-24T10:00:0{n}+00:00", "do": verb, "item": item}
        for n, (verb, item) in enumerate(verbs.items())
    ]
    return fold(progress.roadmap, events)


HABIT = {"id": "h", "title": "H", "kind": "habit", "repeat": "daily"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("all", ["s1", "a", "a.1", "a.2", "a.3", "a.4", "h"]),
        ("open", ["a.1", "a.4"]),
        ("unstarted", ["a.4"]),
        ("closed", ["a.2", "a.3"]),
        ("habits", ["h"]),
        ("groups", ["s1", "a"]),
    ],
)
def test_what_makes_sense(kind: str, expected: list[str]) -> None:
    progress = after(roadmap_of(course("a", 4), HABIT), start="a.1", done="a.2", skip="a.3")
    assert offers(progress, kind, "") == expected


def test_optional_steps_are_steps() -> None:
    progress = roadmap_of({"id": "x", "title": "X", "optional": True})
    assert offers(progress, "open", "") == ["x"]
    assert offers(after(progress, done="x"), "closed", "") == ["x"]


def test_a_few_are_offered_whole() -> None:
    progress = roadmap_of(course("a", AT_ONCE - 1), course("b", 1))
    assert len(offers(progress, "open", "")) == AT_ONCE
    assert offers(progress, "open", "a.1")[:3] == ["a.1", "a.10", "a.11"]
    assert offers(progress, "open", "c") == []


def test_many_are_offered_up_to_the_next_dot() -> None:
    progress = roadmap_of(course("a", AT_ONCE), course("b", 2), course("c", 1))
    assert offers(progress, "open", "") == ["a.", "b.", "c.1"]
    # A group that can be meant itself is named by its id with a dot as well.
    assert offers(progress, "all", "") == ["s1", "a.", "b.", "c."]
    assert len(offers(progress, "open", "a.")) == AT_ONCE


def test_a_crowd_is_cut_but_begins_alike_no_further() -> None:
    progress = roadmap_of(course("a", 2000))
    found = offers(progress, "open", "a.")
    assert MOST - 2 <= len(found) <= MOST
    assert (min(found), max(found)) == ("a.1", "a.999")
    assert found[:3] == ["a.1", "a.2", "a.3"]


def test_parts_of_any_depth_name_their_group() -> None:
    deep = {"id": "x", "title": "X", "items": [course(f"g{n}", 30) for n in range(3)]}
    progress = roadmap_of(deep, course("y", 1))
    assert offers(progress, "open", "") == ["x.", "y.1"]
    assert offers(progress, "open", "x") == ["x."]
    assert offers(progress, "open", "x.") == ["x.g0.", "x.g1.", "x.g2."]
    assert offers(progress, "all", "") == ["s1", "x.", "y."]


def test_every_kind_is_known() -> None:
    assert set(KINDS) == {"all", "open", "unstarted", "closed", "habits", "muted", "groups"}
