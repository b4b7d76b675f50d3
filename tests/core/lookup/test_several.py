"""Several words on one line: as many names, or one name without quotes."""

import pytest

from llmroadmap.core.lookup.errors import AmbiguousItem, UnclearItem, UnknownItem
from llmroadmap.core.lookup.several import find_items
from naming import ROADMAP, Picks, Space, nobody


def spoken_of(*words: str) -> tuple[str, list[str]]:
    """What the error speaks of, and the items that it names."""
    with pytest.raises(UnclearItem) as caught:
        find_items(Space(), words, nobody, to_change=True)
    return caught.value.name, [each.id for each in caught.value.closest]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("natural language processing", ["hf.1.2", "cs224n", "cs230.c5m2"]),
        ("minimum spanning trees", ["cs106b.26", "cs161.15"]),
        ("the attention paper", ["papers.attention", "papers.attention.read"]),
        ("atention is all", ["papers.attention"]),
        ("lora 视频", ["bili.21"]),
        ("微调 那章", ["hf.3", "hf.11"]),
        ("第三 章", ["hf.3"]),
        ("hf 第三章", ["hf.3"]),
        ("缩放 定律 论文", ["cs324.scaling-laws.paper"]),
        ("自然 语言 处理", ["hf.1.2"]),
        ("hf.3 2", ["hf.3.2"]),
        ("foo bar baz", []),
    ],
)
def test_words_that_are_certain_in_no_way_are_spoken_of_together(
    typed: str, offered: list[str]
) -> None:
    name, ids = spoken_of(*typed.split())
    assert name == typed
    assert ids[: len(offered)] == offered


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("hf.1.1 natural language processing", "natural language processing"),
        ("natural language processing hf.1.1", "natural language processing"),
        ("hf.1.1 微调 那章 hf.1.4", "微调 那章"),
        ("hf.1.1,hf.1.2 the attention paper", "the attention paper"),
        ("hf.1.1 hf.1.2 xyzzy", "xyzzy"),
        ("huffman xyzzy", "xyzzy"),
        ("lora rag", "lora"),
    ],
)
def test_what_names_an_item_stands_alone(typed: str, phrase: str) -> None:
    assert spoken_of(*typed.split())[0] == phrase


def test_one_of_the_phrase_is_picked_beside_the_ids() -> None:
    picks = Picks(1)
    words = ["hf.1.1", "natural", "language", "processing", "hf.1.4"]
    nodes = find_items(Space(), words, picks, to_change=True)
    assert [ROADMAP.id_of(node) for node in nodes] == ["hf.1.1", "hf.1.2", "hf.1.4"]


def test_of_a_phrase_that_several_items_have_it_is_said_how_many() -> None:
    with pytest.raises(AmbiguousItem) as caught:
        find_items(Space(), ["natural", "language"], nobody, to_change=True)
    assert caught.value.count == 4
    assert not caught.value.together


def test_a_phrase_that_names_one_item_is_never_taken_without_asking() -> None:
    with pytest.raises(UnknownItem) as caught:
        find_items(Space(), ["token", "classification"], nobody, to_change=True)
    assert caught.value.together == "token classification"


def test_very_many_words_are_names_of_their_own() -> None:
    assert spoken_of(*["nothing"] * 500)[0] == "nothing"
