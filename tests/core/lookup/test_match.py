"""The closest items of a name that means none, also where there are very many."""

import pytest

from llmroadmap.core.lookup.match import closest, match
from llmroadmap.core.model.builder import build_roadmap
from naming import ROADMAP


def test_of_very_many_items_the_closest_are_looked_for_nearby() -> None:
    courses = [
        {
            "id": f"c{n}",
            "title": "Course",
            "items": [{"id": str(step), "title": "Step"} for step in range(1000)],
        }
        for n in range(6)
    ]
    tree = {"id": "r", "stages": [{"id": "s", "title": "S", "items": courses}]}
    roadmap = build_roadmap(tree)
    found = [roadmap.id_of(node) for node in closest(roadmap, "c4.12x")]
    assert found[0] == "c4.12"
    assert all(each.startswith("c4") for each in found)
    assert closest(roadmap, "zz.top") == []


@pytest.mark.parametrize(
    "name", ["basic4 bit", "x 4bit y", "8 bits bits", "一比特比特", "演演演算法", "a8bit8bit"]
)
def test_other_words_for_the_same_come_to_an_end(name: str) -> None:
    match(ROADMAP, name)
