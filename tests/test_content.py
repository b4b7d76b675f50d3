"""The bundled roadmap holds what its source asks for, by rules that an edit can break unnoticed.

That it can be walked to its end, whichever way one chooses, is in test_walk.py.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Run, shared_folder
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

HERE = Path(__file__).parent
TREE: dict[str, Any] = read_tree(bundled_roadmap())
ROADMAP = build_roadmap(TREE)
IDS = list(ROADMAP.ids.all())
SOURCE_LINES: dict[int, Any] = yaml.safe_load((HERE / "source_lines.yaml").read_text("utf-8"))
ADDRESSES: dict[int, dict[str, str]] = yaml.safe_load(
    (HERE / "source_addresses.yaml").read_text("utf-8")
)


def links() -> Iterator[tuple[str, dict[str, Any]]]:
    for node, name in enumerate(IDS):
        for link in ROADMAP.record(node).get("links", ()):
            yield name, link


# -- the source's lines and addresses -----------------------------------------------------------

TITLES = {"title": [TREE], **{f"title {s['id']}": [s] for s in TREE["stages"]}}
WORDS = ("title", "heading", "goals", "tips", "topics", "order", "rule")


def is_word(home: str) -> bool:
    return home.split(maxsplit=1)[0] in WORDS


@pytest.mark.parametrize("number", SOURCE_LINES)
def test_a_line_of_the_source_has_a_home(number: int) -> None:
    given = SOURCE_LINES[number]
    homes = given if isinstance(given, list) else [given]
    assert homes
    stages = {stage["id"]: stage for stage in TREE["stages"]}
    for home in homes:
        word, _, stage = home.partition(" ")
        if not is_word(home):
            assert any(fnmatchcase(name, home) for name in IDS), home
        elif word in ("goals", "tips", "title"):
            owner = stages[stage] if stage else TREE
            assert owner[word]
    if homes[0] == "topics" and len(homes) > 1:
        named = [name for home in homes[1:] for name in IDS if fnmatchcase(name, home)]
        assert any(topics_of(name) for name in named), homes


def topics_of(name: str) -> list[str]:
    """The topics of an item, of what it stands in and of what stands in it."""
    node = IDS.index(name)
    around = [*ROADMAP.path(node), *ROADMAP.subtree(node)]
    return [topic for n in around for topic in ROADMAP.record(n).get("topics", ())]


def test_each_goal_and_tip_of_the_source_is_there() -> None:
    for stage in TREE["stages"]:
        asked = [n for n, home in SOURCE_LINES.items() if f"goals {stage['id']}" in str(home)]
        assert len(stage["goals"]) == len(asked)
    tips = [n for n, home in SOURCE_LINES.items() if isinstance(home, list) and home[0] == "tips"]
    assert len(TREE["tips"]) == len(tips)


def test_no_line_of_the_source_is_forgotten() -> None:
    source = shared_folder() / "content" / "roadmap_source.zh.md"
    lines = source.read_text("utf-8").splitlines()
    assert [n for n, line in enumerate(lines, 1) if line.strip()] == sorted(SOURCE_LINES)


def test_no_address_of_the_source_is_forgotten() -> None:
    source = shared_folder() / "content" / "roadmap_source.zh.md"
    lines = source.read_text("utf-8").splitlines()
    found = {
        number: address
        for number, line in enumerate(lines, 1)
        for address in re.findall(r"\]\((https?://[^)]+)\)", line)
    }
    assert found == {number: given["url"] for number, given in ADDRESSES.items()}


@pytest.mark.parametrize("number", ADDRESSES)
def test_an_address_of_the_source_is_in_the_roadmap_where_its_line_is_at_home(number: int) -> None:
    old, now = ADDRESSES[number]["url"], ADDRESSES[number].get("now")
    if now:
        holders = [name for name, link in links() if link["url"] == now and link.get("was") == old]
        assert old not in [link["url"] for _, link in links()]
    else:
        holders = [name for name, link in links() if link["url"] == old]
    homes = [home for home in SOURCE_LINES[number] if not is_word(home)]
    assert any(
        holder == home or holder.startswith(f"{home}.") for holder in holders for home in homes
    ), (holders, homes)


def test_what_moved_stands_before_what_it_moved_from() -> None:
    for name in IDS:
        own = ROADMAP.record(IDS.index(name)).get("links", ())
        urls = [link["url"] for link in own]
        for place, link in enumerate(own):
            assert link.get("was") not in urls[:place]
            assert link.get("was") != link["url"]


# Addresses that several items share on purpose: a site without pages of its own for each, and the
# lesson or page that an item of another course points to.
SHARED = {
    "https://docs.langchain.com/oss/python/langchain/overview",
    "https://docs.langchain.com/oss/python/langchain/quickstart",
    "https://github.com/fengdu78/deeplearning_ai_books",
    "https://github.com/stanford-cs324/winter2022",
    "https://leetcode.com/",
    "https://stanford-cs324.github.io/winter2022/paper-discussions/",
    "https://stanford-cs324.github.io/winter2022/paper-reviews/",
    "https://web.stanford.edu/class/archive/cs/cs107/cs107.1224/calendar",
    "https://web.stanford.edu/class/archive/cs/cs224n/cs224n.1234/",
    "https://www.youtube.com/playlist?list=PLoROMvodv4rOSH4v6133s9LFPRHjEmbmJ",
    "https://www.youtube.com/playlist?list=PLoROMvodv4rOY23Y0BoGoBGgQ1zmU_MT_",
}
# A course links its first page or lesson; a section of one course, the lesson of another on it.
BETWEEN = {
    ("bili", "bili.1"),
    ("bili", "bili.12a"),
    ("hf", "hf.1.1"),
    ("hf.2.2", "bili.2"),
    ("hf.2.3", "bili.4a"),
    ("hf.2.4", "bili.3"),
    ("hf.3.3", "bili.7"),
    ("hf.5.1", "bili.5"),
    ("hf.7.2.read", "bili.9"),
    ("hf.7.5.read", "bili.15a"),
    ("hf.7.7.read", "bili.10a"),
}


def test_no_address_stands_twice_by_mistake() -> None:
    holders = defaultdict(list)
    for name, link in links():
        holders[link["url"].rstrip("/").lower()].append((name, link["url"]))
    shared = {url.rstrip("/").lower() for url in SHARED}
    repeated = {url: found for url, found in holders.items() if len(found) > 1}
    assert shared <= set(repeated), "an address that is shared no more can leave the list"
    for url, found in repeated.items():
        names = tuple(name for name, _ in found)
        assert len(set(names)) == len(names), found
        assert url in shared or names in BETWEEN, found


# -- ids, titles, words -------------------------------------------------------------------------

# Names and titles that are the same in every language.
ONE_LANGUAGE = {"hf", "hf.4.1", "bili.33", "blogs.hf", "blogs.openai"}


def test_titles_are_in_two_languages_or_deliberately_in_one() -> None:
    for node, name in enumerate(IDS):
        title = ROADMAP.record(node)["title"]
        if isinstance(title, str):
            kind = ROADMAP.record(node).get("kind", "")
            is_paper = kind == "paper" or ROADMAP.path(node)[1:2] == [IDS.index("papers")]
            assert is_paper or name in ONE_LANGUAGE, (name, title)
        else:
            assert set(title) == {"en", "zh"}, name
            assert title["en"].strip() != title["zh"].strip(), name


def test_ids() -> None:
    assert len(set(IDS)) == len(IDS)
    assert max(map(len, IDS)) <= 26
    assert sorted(map(len, IDS))[len(IDS) // 2] <= 9
    for name in IDS:
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", name), name
        assert not re.search(r"(^|[.-])0\d", name), name  # no zero padding


def words() -> Iterator[tuple[str, str, str, str]]:
    """All words of our own: where, field, language, text."""
    for lang in ("en", "zh"):
        for tip in TREE["tips"]:
            yield "", "tips", lang, tip[lang]
        yield "", "title", lang, TREE["title"][lang]
        for node, name in enumerate(IDS):
            record = ROADMAP.record(node)
            if "about" in record:
                assert set(record["about"]) == {"en", "zh"}, name
                yield name, "about", lang, record["about"][lang]
            for field in ("goals", "tips"):
                for text in record.get(field, ()):
                    yield name, field, lang, text[lang]


def test_our_own_words_keep_to_the_tone() -> None:
    for name, field, lang, text in words():
        place = (name, field, text)
        assert text == text.strip(), place
        assert "  " not in text, place
        assert not re.search("[!！]", text), place
        if lang == "zh":
            assert not re.search("[请您]", text), place
            assert not re.search(r"[一-龥][A-Za-z]|[A-Za-z][一-龥]", text), place
            assert not re.search(r"[一-龥][,;:?](?!\S*[A-Za-z]{3})", text), place
        else:
            assert not re.search(r"\b(simply|unfortunately)\b", text.lower()), place


CHARACTERS = re.compile(r"[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+")


def test_an_about_is_short() -> None:
    for name, field, lang, text in words():
        if field == "about" and name:
            # In Chinese a name in Latin letters counts as one character, as word processors count.
            length = len(text.split()) if lang == "en" else len(CHARACTERS.findall(text))
            assert length <= (35 if lang == "en" else 60), (name, length, text)


def test_every_step_has_a_kind() -> None:
    for node, name in enumerate(IDS):
        if ROADMAP.is_step(node):
            assert ROADMAP.record(node).get("kind"), name


def test_official_chinese_pages_are_said_to_be_chinese() -> None:
    for name, link in links():
        if "/zh-CN/" in link["url"] or "bilibili.com" in link["url"]:
            assert link.get("lang") == "zh", (name, link)


# -- how much it is -----------------------------------------------------------------------------

# Counted steps, hours of them, optional steps, habits.
TABLE = {
    "s1": (147, 106.2, 30, 1),
    "hf": (107, 77.2, 9, 0),
    "bili": (25, 16.7, 15, 0),
    "prompt": (3, 2.0, 0, 0),
    "langchain": (10, 6.8, 5, 0),
    "wrap1": (2, 3.5, 1, 0),
    "s2": (130, 143.3, 65, 2),
    "cs224n": (9, 13.5, 15, 0),
    "papers": (19, 15.3, 3, 0),
    "cs230": (14, 13.2, 18, 0),
    "blogs": (4, 2.2, 0, 1),
    "cs106b": (33, 33.5, 15, 0),
    "cs161": (21, 32.0, 9, 0),
    "cs107": (28, 29.5, 4, 0),
    "wrap2": (2, 4.0, 1, 0),
    "s3": (75, 88.5, 17, 3),
    "cs324": (40, 33.2, 10, 0),
    "cs336": (0, 0.0, 5, 0),
    "proj": (23, 44.0, 1, 0),
    "radar": (5, 2.2, 0, 2),
    "community": (6, 8.0, 0, 0),
    "wrap3": (1, 1.0, 1, 0),
}


@pytest.mark.parametrize("name", TABLE)
def test_how_much_a_part_is(name: str) -> None:
    nodes = ROADMAP.subtree(IDS.index(name))
    counted = [n for n in nodes if ROADMAP.is_counted(n)]
    steps = [n for n in nodes if ROADMAP.is_step(n)]
    hours = sum(ROADMAP.columns.minutes[n] for n in counted) / 60
    habits = sum(ROADMAP.is_habit(n) for n in nodes)
    assert (len(counted), round(hours, 1), len(steps) - len(counted), habits) == TABLE[name]


def test_how_much_it_all_is() -> None:
    every = range(len(ROADMAP))
    assert sum(ROADMAP.is_counted(n) for n in every) == 352
    assert sum(ROADMAP.is_step(n) for n in every) == 464
    assert len(ROADMAP.habits()) == 6
    minutes = sum(ROADMAP.columns.minutes[n] for n in every if ROADMAP.is_counted(n))
    assert round(minutes / 60, 1) == 338.0
    parts = {ROADMAP.id_of(n) for s in ROADMAP.stages() for n in (s, *ROADMAP.children(s))}
    assert parts - set(TABLE) == {"notes1", "notes2", "notes3"}


def test_how_long_a_step_takes() -> None:
    minutes = [ROADMAP.columns.minutes[n] for n in range(len(ROADMAP)) if ROADMAP.is_counted(n)]
    assert [sum(low < m <= high for m in minutes) for low, high in ((0, 30), (30, 60), (60, 90))] == [
        84, 173, 71,
    ]  # fmt: skip


def test_no_step_is_longer_than_an_afternoon() -> None:
    assert max(ROADMAP.columns.minutes) <= 180


def test_optional_things_hold_up_nothing() -> None:
    for node, needs in ROADMAP.needs.items():
        for need in needs:
            assert any(ROADMAP.is_counted(n) for n in ROADMAP.subtree(need)), IDS[node]


def test_a_page_of_the_hf_course_is_also_linked_where_github_has_it() -> None:
    course = "https://huggingface.co/learn/llm-course/"
    source = "https://github.com/huggingface/course/blob/main/chapters/"
    for node, name in enumerate(IDS):
        urls = [link["url"] for link in ROADMAP.record(node).get("links", ())]
        pages = [url.removeprefix(course) for url in urls if url.startswith(course)]
        if pages and ROADMAP.is_step(node):
            assert any(url.startswith(source) and url.endswith(".mdx") for url in urls), name


# What a learner types, and an item that must then be taken or offered. More are in the topics.
SAID = {
    "注意力机制": "papers.attention",
    "Transformer结构": "hf.1.6",
    "BPE": "hf.6.5",
    "扩展定律": "cs324.scaling-laws",
    "梯度下降": "cs224n.3",
    "混合精度": "bili.25a",
    "聊天模板": "hf.11.2",
    "chat template": "hf.11.2",
    "vector database": "langchain.retrieval",
    "大模型微调": "hf.11",
    "思维链": "prompt.cot",
    "数据并行": "bili.29",
    "动归": "cs161.12",
    "力扣": "cs106b.lc-strings",
    "毕业项目": "proj.own",
    "随机鹦鹉": "cs324.harms-1.paper",
    "vLLM": "hf.2.8",
    "B站": "bili",
    "深度求索": "hf.12.3",
}


@pytest.mark.parametrize("said", SAID)
def test_what_people_say_finds_its_step(run: Run, said: str) -> None:
    answer = json.loads(run(["show", said, "--json"]).out)
    if answer["ok"]:
        found = [answer["data"]["id"]]
    else:
        error = answer["error"]
        found = [each["id"] for key in ("candidates", "closest") for each in error.get(key, ())]
    assert SAID[said] in found


def test_every_counted_step_has_topics_or_stands_in_what_has() -> None:
    for node, name in enumerate(IDS):
        if ROADMAP.is_counted(node):
            path = [n for n in ROADMAP.path(node) if not ROADMAP.is_stage(n)]
            records = [ROADMAP.record(n) for n in path]
            assert any(record.get("topics") for record in records) or name.startswith("wrap"), name


# -- what is asked a month later ----------------------------------------------------------------


def test_enough_counted_steps_have_questions_in_both_languages() -> None:
    asked = ROADMAP.recall
    assert sum(ROADMAP.is_counted(node) for node in asked) >= 120
    for node, pairs in asked.items():
        for pair in pairs:
            for text in (pair["question"], pair["answer"]):
                assert isinstance(text, dict), IDS[node]
                assert set(text) == {"en", "zh"}
                assert 0 < len(text["en"]) <= 300, IDS[node]
                assert 0 < len(text["zh"]) <= 150, IDS[node]


def test_each_question_says_where_its_answer_comes_from() -> None:
    lines = Path(bundled_roadmap()).read_text("utf-8").split("\n")
    after = [lines[n + 1].strip() for n, row in enumerate(lines) if row.strip() == "recall:"]
    assert len(after) == len(ROADMAP.recall)
    assert all(row.startswith("# ") for row in after)
