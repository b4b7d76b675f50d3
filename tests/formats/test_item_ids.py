"""Ids from titles: readable, typeable, and not disturbed by what is added beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.formats.item_ids import LONGEST, is_id, short_hash, slug, unique_ids


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Attention Is All You Need", "attention-is-all-you-need"),
        ("Introduction to Computer Science and Programming", "introduction-computer"),
        ("1. Mathematics for ML", "mathematics-for-ml"),
        ("1.mdx", "1-mdx"),
        ("Week 3: Loops", "week-3-loops"),
        ("C++ and C#", "cpp-and-csharp"),
        ("Don't panic", "dont-panic"),
        ("🎯 :dart: Goals", "goals"),
        ("数据结构", "shu-ju-jie-gou"),
        ("Основы", "osnovy"),
        ("é decomposed e\u0301", "e-decomposed-e"),
        ("x" * 60, "x" * LONGEST),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


@pytest.mark.parametrize("title", ["!!!", "", "★★★", "👩‍👩‍👧", "。"])
def test_titles_without_words_have_a_short_stable_form(title: str) -> None:
    assert slug(title) == slug(title) == f"x-{short_hash(title, 5)}"


def test_long_titles_are_told_apart_by_their_ends() -> None:
    titles = ["Secure Software Development: Design", "Secure Software Development: Implementation"]
    assert unique_ids([(title, title) for title in titles]) == [
        "secure-software-design",
        "secure-implementation",
    ]


def test_equal_titles_are_told_apart_by_content_not_by_place() -> None:
    read = [("Read", "https://a.example"), ("Read", "https://b.example")]
    first, second = unique_ids(read)
    assert first != second
    assert unique_ids(read[::-1]) == [second, first]
    assert unique_ids([("New", ""), *read]) == ["new", first, second]
    assert unique_ids([*read, ("Read", "https://c.example")])[:2] == [first, second]


def test_the_same_thing_twice_keeps_its_id() -> None:
    assert unique_ids([("Read", "x"), ("Read", "x")])[0] == "read"


def test_taken_ids_are_left_alone() -> None:
    (name,) = unique_ids([("Intro", "x")], taken={"stage-intro"}, prefix="stage-")
    assert name.startswith("stage-intro-")


TITLES = st.text(max_size=80) | st.sampled_from(["Read", "read", "Read!", "Read the paper", "x"])
ITEMS = st.lists(st.tuples(TITLES, st.text(max_size=5)), max_size=12)


@given(ITEMS)
def test_ids_are_valid_and_unique(items: list[tuple[str, str]]) -> None:
    ids = unique_ids(items)
    assert len(set(ids)) == len(items)
    assert all(is_id(name) and len(name) <= LONGEST for name in ids)


@given(ITEMS, TITLES, st.integers(0, 12))
def test_an_item_of_another_title_changes_no_id(
    items: list[tuple[str, str]], title: str, place: int
) -> None:
    if slug(title) in {slug(other) for other, _ in items}:
        return
    place = min(place, len(items))
    before = unique_ids(items)
    after = unique_ids([*items[:place], (title, "new"), *items[place:]])
    assert after[:place] + after[place + 1 :] == before
