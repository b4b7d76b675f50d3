"""A problem's facts are short, and the nearest known word is named only where it is near."""

from llmroadmap.core.checking.problems import closest, shown


def test_a_long_value_is_cut() -> None:
    assert shown("x" * 80) == "x" * 80
    assert shown("x" * 81) == "x" * 79 + "…"


def test_the_closest_word() -> None:
    assert closest("itmes", ["id", "items"]) == "items"
    assert closest("zzz", ["id", "items"]) == ""
