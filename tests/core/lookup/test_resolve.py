"""How items can be named: each way with the answer that docs/naming.md promises."""

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.edit_distance import edits, numbers
from llmroadmap.core.lookup.errors import (
    AmbiguousItem,
    GuessTaken,
    NothingStarted,
    NotInListing,
    UnclearItem,
    UnknownItem,
)
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.lookup.several import find_items
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import Progress, nothing_yet
from naming import ROADMAP, Picks, Space, nobody


def started(*ids: str) -> Progress:
    events = [
        {"id": f"{n}", "at": f"2026-11-24T10:00:{n:02}+00:00", "do": "start", "item": name}
        for n, name in enumerate(ids)
    ]
    return fold(ROADMAP, events)


def named(name: str, *, to_change: bool, space: Space | None = None) -> str:
    node = find_item(space or Space(), name, nobody, to_change=to_change)
    return ROADMAP.id_of(node)


# One item, certain: every command takes it.
TAKEN = {
    # Full ids, and the same in other writing.
    "hf.3.2": "hf.3.2",
    "s1": "s1",
    "hf": "hf",
    "hf.7": "hf.7",
    "hf.1": "hf.1",  # though hf.10 and hf.11 begin like it
    "cs324.scaling-laws.paper": "cs324.scaling-laws.paper",
    "HF.3.2": "hf.3.2",
    " hf.3.2 ": "hf.3.2",
    "hf.3.": "hf.3",
    "hf.01.1": "hf.1.1",
    "hf.03.02": "hf.3.2",
    "ｈｆ．０３．２": "hf.3.2",
    "HF-03-2": "hf.3.2",
    "hf.3.2 Processing the data": "hf.3.2",
    "gpt3": "papers.gpt3",
    "hf 3 2": "hf.3.2",
    "hf。3。2": "hf.3.2",
    "ｈｆ．３．２": "hf.3.2",
    # The end of an id, from a dot on.
    "scaling-laws.paper": "cs324.scaling-laws.paper",
    "scaling-laws": "cs324.scaling-laws",
    "scaling laws paper": "cs324.scaling-laws.paper",
    "Scaling Laws PAPER": "cs324.scaling-laws.paper",
    "7.2": "hf.7.2",
    "7.2.code": "hf.7.2.code",
    "a9": "cs106b.a9",
    "lc-hashing": "cs106b.lc-hashing",
    "optuna": "bili.optuna",
    "attention": "papers.attention",
    "retrieval": "langchain.retrieval",
    "rag": "langchain.rag",
    "heap-2": "cs107.heap-2",
    # The beginning of an id; a group stands for what is in it.
    "lang": "langchain",
    "cs324.sc": "cs324.scaling-laws",
    "cs324.scaling-laws.pa": "cs324.scaling-laws.paper",
    "comm": "community",
    # The last letters of an id.
    "laws.paper": "cs324.scaling-laws.paper",
    "ws.paper": "cs324.scaling-laws.paper",
    # A whole title.
    "Attention Is All You Need": "papers.attention",
    "token classification": "hf.7.2",
    "hashing": "cs161.8",  # though other titles have the word, too
    "图": "cs106b.25",
    "词向量": "cs224n.1",
    "Containers, Part I": "cs106b.3",
    "🤗 Datasets, check!": "hf.5.7",
    "循环神经网络": "cs230.c5m1",
    "基础实战": "s1",
    "C++ 中的函数": "cs106b.1",
    # Words of a title, in any order and case, of either language.
    "huffman": "cs106b.a9",
    "hashing part ii": "cs106b.19",
    "cs161 hashing": "cs161.8",
    "adaptation low rank": "hf.11.4",
    "LOW-RANK": "hf.11.4",
    "agent voice": "langchain.voice",
    "whats next": "cs161.18",
    "deepseek r1": "hf.12.3",
    "8bit": "bili.26",
    "缩放定律": "cs324.scaling-laws",
    "顿悟": "hf.12.3",
    "子词 注意力": "cs224n.hw4",
    "词向量词窗口": "cs224n.2",
    "词向量、词窗口": "cs224n.2",
    "lora原理": "bili.21",
    "语音agent": "langchain.voice",
    "语音 Agent": "langchain.voice",
}

# One item, a guess: taken to read, to be confirmed before a change.
GUESSED = {
    "atention": "papers.attention",
    "attenttoin": "papers.attention",
    "attetnion": "papers.attention",
    "atention is all you ned": "papers.attention",
    "scalin-lwas.paper": "cs324.scaling-laws.paper",
    "cs324.scalin-laws": "cs324.scaling-laws",
    "hf3.2": "hf.3.2",  # a dot is missing
    "fh.3.2": "hf.3.2",
    "hff.3.2": "hf.3.2",
    "warp1": "wrap1",
    "chat template": "hf.11.2",  # the beginning of a word
    "e": "cs107.e",  # one letter is a slip of the finger
    "arxiv-sanity": "papers.tools",  # a topic
}

# Several items, and how many.
SEVERAL = {
    "lora": (["hf.11.4", "bili.21"], 2),
    "minimum spanning trees": (["cs106b.26", "cs161.15"], 2),
    # Part of one title, and the topic of others.
    "注意力": (["cs224n.6", "cs224n.8", "papers.attention", "cs224n.hw4"], 5),
    "低秩": (["hf.11.4", "bili.21"], 2),
    "模型": (["hf.2.3", "langchain.models"], 2),
    "stage summary": (["wrap1.summary", "wrap2.summary", "wrap3.summary"], 3),
    "summary": (["wrap1.summary", "wrap2.summary", "wrap3.summary", "hf.1.10"], 4),
    "paper scaling laws": (["cs324.scaling-laws.paper", "cs324.scaling-laws.review"], 3),
    "no": (["notes1", "notes2", "notes3"], 3),
    "c++": (["cs106b.1", "cs106b.2", "cs106b.a1"], 3),
    "quiz": (["hf.1.quiz"], 12),
}

# No item, and what is named as the closest (the first of them; "": none is near).
NOTHING = {
    # Numbers are no typing errors, and never change places.
    "hf.3.20": "hf.3.2",
    "hf.33.2": "hf.3.2",
    "cs234": "cs230.4",
    "cs234.scaling-laws": "cs324.scaling-laws",
    "cs1061b.3": "cs106b.3",
    "hf.4.6": "hf.4.quiz",  # its link is …/chapter4/6
    "hf 4 6": "hf.4.quiz",
    "hf-4-6": "hf.4.quiz",
    "ｈｆ．４．６": "hf.4.quiz",
    "hf.6.10": "hf.6.quiz",
    "hf.21.3": "hf.12.3",
    "hf.12.33": "hf.12.3",
    "9.2.hf": "hf.9.2",
    "hf.3.1-3": "hf.3.1",
    "hf.3.1,hf.3.3": "hf.3.1",
    "cs324.paper.scaling-laws": "cs324.scaling-laws",
    "code.7.3": "hf.7.3",
    "cs3": "s3",  # a beginning does not part a number
    "wrap4": "wrap3",
    "hufman": "cs224n.11",  # human, or Huffman?
    "h": "hf",
    "scaling of everything else": "",
    "xyzzy": "",
    "自我介绍": "",
    "!!!": "",
    "🤗": "",
    "": "",
    "-": "",
    "..": "",
    "@": "",
    "@one": "",
    "\n": "",
}


def test_the_table_is_long_enough() -> None:
    assert len(TAKEN) + len(GUESSED) + len(SEVERAL) + len(NOTHING) >= 60


@pytest.mark.parametrize("to_change", [False, True])
@pytest.mark.parametrize(("name", "item"), TAKEN.items())
def test_one_certain_match_is_taken(name: str, item: str, to_change: bool) -> None:
    assert named(name, to_change=to_change) == item


@pytest.mark.parametrize(("name", "item"), GUESSED.items())
def test_a_guess_is_taken_to_read_and_confirmed_to_change(name: str, item: str) -> None:
    assert named(name, to_change=False) == item
    with pytest.raises(UnknownItem) as caught:
        named(name, to_change=True)
    assert [each.id for each in caught.value.closest] == [item]
    somebody = Picks(1)
    assert ROADMAP.id_of(find_item(Space(), name, somebody, to_change=True)) == item
    assert somebody.offered == [item]


@pytest.mark.parametrize("to_change", [False, True])
@pytest.mark.parametrize(("name", "found"), SEVERAL.items())
def test_several_are_named_and_picked_from(
    name: str, found: tuple[list[str], int], to_change: bool
) -> None:
    ids, count = found
    with pytest.raises(AmbiguousItem) as caught:
        named(name, to_change=to_change)
    error = caught.value
    assert [each.id for each in error.closest][: len(ids)] == ids
    assert error.count == count
    assert len(error.closest) == min(count, 9)
    assert error.exit_status == 2
    somebody = Picks(len(ids))
    node = find_item(Space(), name, somebody, to_change=to_change)
    assert ROADMAP.id_of(node) == somebody.offered[len(ids) - 1] == ids[-1]


@pytest.mark.parametrize("to_change", [False, True])
@pytest.mark.parametrize(("name", "closest"), NOTHING.items())
def test_no_match_names_the_closest(name: str, closest: str, to_change: bool) -> None:
    with pytest.raises(UnknownItem) as caught:
        named(name, to_change=to_change)
    assert caught.value.closest[0].id if closest else not caught.value.closest
    if closest:
        assert caught.value.closest[0].id == closest


@pytest.mark.parametrize("to_change", [False, True])
@pytest.mark.parametrize(
    ("name", "step"),
    [("hf.2.9", "hf.2.quiz"), ("HF 2 09", "hf.2.quiz"), ("hf.1.11", "hf.1.quiz")],
)
def test_a_step_whose_link_ends_so_is_proposed_and_asked_about(
    name: str, step: str, to_change: bool
) -> None:
    with pytest.raises(UnknownItem) as caught:
        named(name, to_change=to_change)
    assert [each.id for each in caught.value.closest] == [step]
    node = find_item(Space(), name, Picks(1), to_change=to_change)
    assert ROADMAP.id_of(node) == step


@given(st.sampled_from(ROADMAP.ids.all()), st.randoms(use_true_random=False), st.booleans())
def test_parts_of_an_id_in_another_order_never_change_another_item(
    full_id: str, random: Random, parted: bool
) -> None:
    parts = full_id.split(".")
    random.shuffle(parts)
    name = (" " if parted and len(parts) > 2 else ".").join(parts)
    try:
        found = named(name, to_change=True)
    except UnclearItem:
        return
    # What is found has the numbers in the order that was typed.
    assert numbers(found) == numbers(name) or found.endswith(f".{name.replace(' ', '.')}")


def test_zeros_that_an_id_itself_has() -> None:
    items = [
        {"id": "01", "title": "One"},
        {"id": "1", "title": "Another"},
        {"id": "02", "title": "Two"},
    ]
    tree = {
        "id": "r",
        "stages": [{"id": "s", "title": "S", "items": [{"id": "w", "title": "W", "items": items}]}],
    }
    roadmap = build_roadmap(tree)
    space = Space(roadmap, nothing_yet(roadmap))
    for name, full_id in {"w.01": "w.01", "w.1": "w.1", "w.2": "w.02", "w.002": "w.02"}.items():
        assert roadmap.id_of(find_item(space, name, nobody, to_change=True)) == full_id


def test_a_dot_is_the_step_in_progress() -> None:
    space = Space(progress=started("hf.3.2"))
    assert named(".", to_change=True, space=space) == "hf.3.2"


def test_a_dot_with_several_steps_in_progress_names_the_one_touched_last_first() -> None:
    space = Space(progress=started("hf.3.2", "bili.1"))
    with pytest.raises(AmbiguousItem) as caught:
        named(".", to_change=False, space=space)
    assert [each.id for each in caught.value.closest] == ["bili.1", "hf.3.2"]


def test_a_dot_without_a_step_in_progress() -> None:
    with pytest.raises(NothingStarted):
        named(".", to_change=False)


@pytest.mark.parametrize(("name", "item"), [("@1", "hf.3.2"), ("@2", "bili.1"), ("@02", "bili.1")])
def test_a_number_is_an_entry_of_the_last_list(name: str, item: str) -> None:
    assert named(name, to_change=True, space=Space(last_listing=["hf.3.2", "bili.1"])) == item


@pytest.mark.parametrize("name", ["@0", "@3", "@99999999999999999999999"])
def test_a_number_beyond_the_last_list(name: str) -> None:
    with pytest.raises(NotInListing) as caught:
        named(name, to_change=False, space=Space(last_listing=["hf.3.2", "bili.1"]))
    assert caught.value.count == 2


def test_an_entry_that_the_roadmap_has_no_more() -> None:
    with pytest.raises(UnknownItem) as caught:
        named("@1", to_change=False, space=Space(last_listing=["gone.1"]))
    assert caught.value.name == "gone.1"


def test_a_former_id_is_an_id() -> None:
    tree = {
        "id": "r",
        "stages": [
            {
                "id": "s",
                "title": "S",
                "items": [{"id": "new", "title": "New", "was": ["old.x"]}],
            }
        ],
    }
    roadmap = build_roadmap(tree)
    space = Space(roadmap, nothing_yet(roadmap))
    assert roadmap.id_of(find_item(space, "old.x", nobody, to_change=True)) == "new"


def test_several_names_are_all_found_or_none_and_each_once() -> None:
    nodes = find_items(Space(), ["hf.3.2", "huffman", "HF.3.2"], nobody, to_change=True)
    assert [ROADMAP.id_of(node) for node in nodes] == ["hf.3.2", "cs106b.a9"]
    with pytest.raises(UnknownItem):
        find_items(Space(), ["hf.3.2", "xyzzy"], nobody, to_change=True)


@pytest.mark.parametrize(
    ("words", "item"),
    [
        (["scaling", "laws", "paper"], "cs324.scaling-laws.paper"),
        (["hf", "3", "2"], "hf.3.2"),
        (["LangChain", "安装"], "langchain.install"),  # each of which names another item
    ],
)
def test_words_that_name_one_item_together_are_asked_about(words: list[str], item: str) -> None:
    with pytest.raises(UnknownItem) as caught:
        find_items(Space(), words, nobody, to_change=True)
    assert caught.value.together == " ".join(words)
    somebody = Picks(1)
    nodes = find_items(Space(), words, somebody, to_change=True)
    assert [ROADMAP.id_of(node) for node in nodes] == somebody.offered == [item]


def test_words_of_one_name_need_no_quotation_marks_to_read() -> None:
    node = find_item(Space(), ["Attention", "Is", "All", "You", "Need"], nobody)
    assert ROADMAP.id_of(node) == "papers.attention"
    with pytest.raises(UsageProblem) as caught:
        find_item(Space(), ["hf.3.2", "hf.3.3"], nobody)
    assert caught.value.detail == "hf.3.3"


def test_a_guess_is_told() -> None:
    told: list[UnclearItem] = []

    def listens(error: UnclearItem) -> int:
        told.append(error)
        return 0

    node = find_item(Space(), "atention", listens)
    assert [type(error) for error in told] == [GuessTaken]
    assert told[0].name == "atention"
    assert [each.id for each in told[0].closest] == [ROADMAP.id_of(node)] == ["papers.attention"]
    find_item(Space(), "huffman", listens)
    assert len(told) == 1


def test_a_group_stands_for_what_is_in_it_to_read_and_is_offered_first_to_change() -> None:
    assert named("scaling law", to_change=False) == "cs324.scaling-laws"
    with pytest.raises(UnknownItem) as caught:
        named("scaling law", to_change=True)
    assert caught.value.closest[0].id == "cs324.scaling-laws"


def ids_of(*names: str) -> list[str]:
    nodes = find_items(Space(), names, nobody, to_change=True)
    return [ROADMAP.id_of(node) for node in nodes]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("hf.1.3-5", ["hf.1.3", "hf.1.4", "hf.1.5"]),
        ("hf.1.3-hf.1.5", ["hf.1.3", "hf.1.4", "hf.1.5"]),
        ("hf.1.9-10", ["hf.1.9", "hf.1.10"]),
        ("hf.1.1,hf.1.2", ["hf.1.1", "hf.1.2"]),
        ("hf.1.1，hf.1.4-5、s1", ["hf.1.1", "hf.1.4", "hf.1.5", "s1"]),
        ("hf.1.1, hf.1.2", ["hf.1.1", "hf.1.2"]),
        ("Containers, Part I", ["cs106b.3"]),
    ],
)
def test_commas_and_ranges_of_full_ids(typed: str, ids: list[str]) -> None:
    assert ids_of(typed) == ids


@pytest.mark.parametrize(
    "typed",
    ["hf.1.5-3", "hf.1.3-99", "1.3-5", "hf.1.1,xyzzy", "hf.1.3-hf.2.5"],
)
def test_what_is_no_range_of_full_ids_changes_nothing(typed: str) -> None:
    with pytest.raises(UnclearItem):
        ids_of(typed)


def test_those_that_read_alike_differ_in_where_they_stand() -> None:
    with pytest.raises(AmbiguousItem) as caught:
        named("stage summary", to_change=False)
    said = [(each.title, each.where) for each in caught.value.closest]
    assert len(set(said)) == len(said)


def test_only_habits_are_meant_where_habits_are_wanted() -> None:
    wanted = ROADMAP.is_habit
    with pytest.raises(AmbiguousItem) as caught:
        find_items(Space(lang="zh"), ["笔记"], nobody, to_change=True, wanted=wanted)
    ids = [each.id for each in caught.value.closest]
    assert all(wanted(node) for each in ids if (node := ROADMAP.find(each)) is not None)
    assert len({(each.title, each.where) for each in caught.value.closest}) == len(ids)


@pytest.mark.parametrize("name", ["of the", "the", "的", "e", "of"])
def test_what_says_nothing_changes_nothing(name: str) -> None:
    with pytest.raises(UnclearItem):
        named(name, to_change=True)


def test_words_that_each_name_an_item_are_that_many_items() -> None:
    nodes = find_items(Space(), ["low-rank", "huffman"], nobody, to_change=True)
    assert [ROADMAP.id_of(node) for node in nodes] == ["hf.11.4", "cs106b.a9"]


def test_titles_are_in_the_language_asked_for() -> None:
    with pytest.raises(AmbiguousItem) as caught:
        named("lora", to_change=False, space=Space(lang="zh"))
    assert caught.value.closest[1].title == "LoRA 原理与实战"


PIECES = st.sampled_from(
    [
        "hf",
        ".",
        "3",
        "2",
        " ",
        "-",
        "scaling",
        "laws",
        "paper",
        "注意力",
        "词",
        "@",
        "1",
        "C++",
        "🤗",
        "é",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map("".join)), st.booleans())
@example("\x00", True)
@example("\ud800", False)
@example("a" * 5000, False)
@example("注" * 5000, True)
@example("[a-z]* \\d (", True)
def test_any_text_gives_an_item_or_a_documented_error(name: str, to_change: bool) -> None:
    try:
        node = find_item(Space(), name, nobody, to_change=to_change)
    except (UnclearItem, NothingStarted, NotInListing):
        return
    assert 0 <= node < len(ROADMAP)


@pytest.mark.parametrize("name", ROADMAP.ids.all())
def test_every_full_id_names_its_item(name: str) -> None:
    assert named(name, to_change=True) == name


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "abd", 1),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("ab", "abc", 1),
        ("abcd", "badc", 2),
        ("attention", "atention", 1),
        ("attention", "attentoin", 1),
        ("kitten", "sitting", 3),
        ("abc", "xyz", 3),
    ],
)
def test_edits(one: str, other: str, distance: int) -> None:
    assert edits(one, other, 2) == distance
    assert edits(other, one, 2) == distance


@pytest.mark.parametrize("name", ["情感分析", "分词器", "情感分折"])
def test_words_that_share_only_their_parts_are_no_typing_errors(name: str) -> None:
    from llmroadmap.core.lookup.edit_distance import close_parts

    assert not close_parts(name, " 最坏情况分析与归并排序 \n 堆分配器 ")
    assert close_parts("归并排徐", " 最坏情况分析与归并排序 ") == {"归并排序": 1}
