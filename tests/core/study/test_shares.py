import pytest

from llmroadmap.core.study.shares import least_served, parse_shares


def test_shares_are_read_with_names_of_several_parts() -> None:
    assert parse_shares("llm 70, my plan 30") == {"llm": 70, "my plan": 30}
    assert parse_shares("") == {}


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ({}, ["llm", "rust"]),
        ({"llm": 10}, ["rust", "llm"]),
        ({"llm": 70, "rust": 30}, ["llm", "rust"]),
        ({"llm": 60, "rust": 30}, ["llm", "rust"]),
        ({"llm": 80, "rust": 30}, ["rust", "llm"]),
    ],
)
def test_who_had_the_least_of_its_share_comes_first(
    minutes: dict[str, int], expected: list[str]
) -> None:
    assert list(least_served({"rust": 30, "llm": 70}, minutes)) == expected
