"""What is exported comes back the same: the tree, the ids, the state."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imported_plans import EXPECTED, plan_text, steps
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.markdown.writing import write_markdown
from llmroadmap.formats.plain_text import plain_text, shows_something
from llmroadmap.formats.roadmap_yaml.schema import validate_tree

SMALL: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "title": "A *small* plan",
    "about": {"en": "In short", "zh": "简介"},
    "stages": [
        {
            "id": "one",
            "title": {"en": "Stage One", "zh": "第一阶段"},
            "goals": ["know it"],
            "items": [
                {
                    "id": "hf",
                    "title": "Course",
                    "about": "1. It starts; - [ ] it ends.",
                    "links": [{"url": "https://h.example/", "lang": "en"}],
                    "items": [
                        {"id": "1", "title": "Intro", "kind": "video", "minutes": 30},
                        {
                            "id": "2",
                            "title": "[x] tricky `title` <b>",
                            "optional": True,
                            "links": [
                                {"url": "https://h.example/2", "title": "Slides & more"},
                                {"url": "https://h.example/3?a=b&copy;=d"},
                            ],
                        },
                        {"id": "3", "title": "Skipped"},
                        {"id": "4", "title": "Begun", "was": ["hf.0"]},
                    ],
                },
                {"id": "alone", "title": "Alone", "needs": ["hf"]},
            ],
        }
    ],
}
STATES = {"hf.1": "done", "hf.3": "skipped", "hf.4": "started", "gone": "done"}


def test_what_people_see() -> None:
    shown = re.sub(r" ?<!--.*?-->", "", write_markdown(SMALL, STATES))
    assert [line for line in shown.splitlines() if line.strip()] == [
        r"# A \*small\* plan",
        "In short",
        "## Stage One",
        "- **[Course](<https://h.example/>)**",
        r"  1\. It starts; - \[ \] it ends.",
        "  - [x] Intro",
        r"  - [ ] [\[x\] tricky \`title\` \<b\>](<https://h.example/2>)",
        r"    [Slides \& more](<https://h.example/2>) · <https://h.example/3?a=b&copy;=d>",
        "  - [ ] ~~Skipped~~",
        "  - [ ] Begun",
        "- [ ] Alone",
    ]


def in_one_language(value: Any, lang: str) -> Any:
    if isinstance(value, dict) and "en" in value:
        return value[lang]
    if isinstance(value, dict):
        return {key: in_one_language(part, lang) for key, part in value.items()}
    return [in_one_language(part, lang) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_small_plan_comes_back(lang: str) -> None:
    plan = read_markdown(write_markdown(SMALL, STATES, lang))
    assert plan.roadmap == SMALL
    assert (plan.done, plan.started, plan.skipped) == (("hf.1",), ("hf.4",), ("hf.3",))


def test_boxes_ticked_on_github_count_and_lines_added_get_ids() -> None:
    text = write_markdown(SMALL, STATES).replace("[ ] Begun", "[x] Begun")
    plan = read_markdown(text + "- [x] Added by hand\n- [ ] Intro\n")
    assert plan.done == ("hf.1", "hf.4", "added-by-hand")
    assert "intro" in steps(plan)


def test_hidden_parts_that_somebody_broke_are_ignored() -> None:
    text = write_markdown(SMALL, STATES).replace('"kind":"video"', '"kind":"film","minutes":-1')
    text = text.replace('{"id":"3"', '{"id":"../3"').replace('{"id":"alone"', '{"id":')
    plan = read_markdown(text)
    assert validate_tree(plan.roadmap) == plan.roadmap
    assert {"hf.1", "hf.skipped", "alone"} <= set(steps(plan))
    assert "kind" not in steps(plan)["hf.1"]


@pytest.mark.parametrize("name", EXPECTED["own"])
def test_imported_plans_come_back(name: str) -> None:
    plan = read_markdown(plan_text(name))
    states = dict.fromkeys(plan.done, "done")
    again = read_markdown(write_markdown(plan.roadmap, states))
    assert again.roadmap == plan.roadmap
    assert again.done == plan.done


def text(most: int) -> st.SearchStrategy[str]:
    said = st.text(max_size=most) | st.text("*_`[]()<>#-+=|~&;:!\\1. xé中\u200c", max_size=most)
    kept = said.map(lambda words: plain_text(words.replace("\u200c", "\u4e00")))
    return kept.filter(lambda words: words != "" and shows_something(words))


LINKS = st.lists(
    st.fixed_dictionaries(
        {"url": st.text("ab&;\\()*_~%", max_size=8).map(lambda end: f"https://x.example/{end}")},
        optional={"title": text(10), "lang": st.just("en"), "kind": st.just("book")},
    ),
    max_size=3,
    unique_by=lambda link: link["url"],
).map(lambda links: [link for link in links if "\\" not in link["url"]])
FIELDS = st.fixed_dictionaries(
    {"title": text(30)},
    optional={
        "about": text(60),
        "links": LINKS.filter(bool),
        "kind": st.sampled_from(["video", "paper"]),
        "minutes": st.integers(1, 10_000),
        "optional": st.booleans(),
        "topics": st.lists(text(8), min_size=1, max_size=2),
        "origin": text(8),
    },
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> list[dict[str, Any]]:
    nodes = []
    for name in draw(st.lists(st.sampled_from("abc-1"), min_size=1, max_size=3, unique=True)):
        node = {"id": f"n{name}" if name == "-" else name, **draw(FIELDS)}
        if depth and draw(st.booleans()):
            node["items"] = draw(trees(depth - 1))
        nodes.append(node)
    return nodes


@st.composite
def roadmaps(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, str]]:
    stages = []
    for name in draw(st.lists(st.sampled_from("xyz"), min_size=1, max_size=2, unique=True)):
        items = draw(trees())
        for item in items:
            item["id"] = f"{name}-{item['id']}"
        stages.append({"id": name, "title": draw(text(20)), "items": items})
    roadmap = {"format": 1, "id": "r", "title": draw(text(20)), "stages": stages}
    if draw(st.booleans()):
        roadmap["about"] = draw(text(60))
    plan = ImportedPlan(roadmap)
    states = st.sampled_from(["open", "started", "done", "skipped"])
    return roadmap, {full: draw(states) for full in steps(plan)}


@settings(max_examples=150, deadline=None)
@given(roadmaps())
def test_every_roadmap_comes_back(made: tuple[dict[str, Any], dict[str, str]]) -> None:
    roadmap, states = made
    plan = read_markdown(write_markdown(roadmap, states))
    assert plan.roadmap == roadmap
    for state in ("done", "started", "skipped"):
        assert list(getattr(plan, state)) == [f for f, told in states.items() if told == state]


def test_what_is_hidden_can_be_read_too() -> None:
    plan = in_one_language(SMALL, "zh")
    plan["stages"][0]["goals"] = ["会用注意力 🤗 é", "a\u200db\u202ec\u2028d\U000e0041e"]
    text = write_markdown(plan, STATES)
    assert "会用注意力 🤗 é" in text
    assert "a\\u200db\\u202ec\\u2028d\\udb40\\udc41e" in text
    assert read_markdown(text).roadmap["stages"][0]["goals"] == plan["stages"][0]["goals"]
