"""One walk for everything that goes through a plan's tree."""

from llmroadmap.core.model.tree import ends, walk
from trees import group, step


def test_the_walk_is_that_of_the_file() -> None:
    stages = [group("s1", group("a", step("1"), group("2", step("x"))), step("b")), group("s2")]
    visits = [*walk(stages)]
    assert [visit.id for visit in visits] == ["s1", "a", "a.1", "a.2", "a.2.x", "b", "s2"]
    assert [visit.depth for visit in visits] == [0, 1, 2, 2, 3, 1, 0]
    assert [visit.parent for visit in visits] == [-1, 0, 1, 1, 3, 0, -1]
    assert [visit.number for visit in visits] == [0, 0, 0, 1, 0, 1, 1]
    assert ends([visit.parent for visit in visits]) == [6, 5, 3, 5, 5, 6, 7]
