"""What comes through the gate keeps to the format; what does not is named with its place."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.model.kinds import KINDS
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml.schema import json_schema, problems, validate, validate_tree
from llmroadmap.formats.roadmap_yaml.schema_types import Kind
from mistakes import ITEMS, MISTAKES, file_of

GOOD = """\
format: 1
id: mine
title: {en: Mine, zh: 我的}
minutes: {lecture: 60}
retired:
  - {id: a.9, title: Gone}
stages:
  - id: s1
    title: One
    goals: [{en: Learn, zh: 学习}]
    order: parallel
    items:
      - id: a
        title: no
        items:
          - id: 3
            title: 3.10
            kind: lecture
            links: [{url: "https://例え.jp/道?q=1#x", lang: zh-CN, kind: video}]
            needs: [b]
            minutes: 45
            optional: true
            topics: [1e3]
      - id: b
        title: B
        optional: false
      - {id: h, title: H, kind: habit, repeat: daily, minutes: 5}
"""


def test_text_stays_text_and_numbers_and_booleans_become_such() -> None:
    tree = validate(GOOD.encode())
    assert tree["format"] == 1
    assert tree["minutes"] == {"lecture": 60}
    group, step, habit = tree["stages"][0]["items"]
    assert group["title"] == "no"
    assert group["items"] == [
        {
            "id": "3",
            "title": "3.10",
            "kind": "lecture",
            "links": [{"url": "https://例え.jp/道?q=1#x", "lang": "zh-CN", "kind": "video"}],
            "needs": ["b"],
            "minutes": 45,
            "optional": True,
            "topics": ["1e3"],
        }
    ]
    assert step["optional"] is False
    assert habit["minutes"] == 5


def test_the_error_names_the_file() -> None:
    with pytest.raises(RoadmapInvalid) as caught:
        validate(b"[]", "plan.yaml")
    assert caught.value.facts()["path"] == "plan.yaml"


@pytest.mark.parametrize(("text", "code", "line", "column"), MISTAKES)
def test_each_mistake_is_found_where_it_stands(
    text: str | bytes, code: str, line: int, column: int
) -> None:
    data = file_of(text)
    errors, warnings = problems(data)
    assert (code, line, column) in [(p.code, p.line, p.column) for p in [*errors, *warnings]]


@given(st.binary() | st.text(alphabet="-:,[]{}\"' \n#abid1stem").map(str.encode))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    errors, _ = problems(data)
    assert errors
    with pytest.raises(RoadmapInvalid):
        validate(data)


def test_everything_wrong_is_told_at_once() -> None:
    text = (
        ITEMS
        + """- {id: a, kind: vidoe, needs: [gone], links: [{url: x}]}
  - {id: A, title: B, minutes: 0, items: [{id: 1, title: C, needs: [b]}, {id: 1, title: D}]}
  - {id: b, title: E, topcis: [x], needs: [c]}
  - {id: c, title: F, order: paralel, items: [{id: 1, title: G, needs: [b]}]}
"""
    )
    errors, _ = problems(text.encode())
    assert [(p.code, p.line) for p in errors] == [
        ("missing-key", 8),
        ("unknown-kind", 8),
        ("address-scheme", 8),
        ("id-invalid", 9),
        ("minutes-invalid", 9),
        ("unknown-key", 10),
        ("needs-cycle", 10),
        ("unknown-order", 11),
    ]


def test_a_file_with_a_mistake_on_every_line_is_cut_short() -> None:
    steps = "".join(f"\n  - {{id: {n}, title: T{n}, kind: x}}" for n in range(700))
    errors, _ = problems((ITEMS + steps[3:]).encode())
    assert len(errors) == 501
    last = errors[-1]
    assert (last.code, last.facts, last.line) == ("more-problems", {"count": 200}, 507)
    same = "".join(f"\n  - {{id: {n}, title: T}}" for n in range(700))
    _, warnings = problems((ITEMS + same[3:]).encode())
    assert (warnings[-1].code, warnings[-1].facts) == ("more-problems", {"count": 199})


def test_the_tree_of_an_importer_is_checked_without_a_file() -> None:
    tree = validate(GOOD.encode())
    assert validate_tree(tree) == tree
    tree["stages"][0]["items"][1]["needs"] = ["nothing"]
    with pytest.raises(RoadmapInvalid) as caught:
        validate_tree(tree)
    assert [(p.code, p.line) for p in caught.value.problems] == [("need-unknown", 0)]


def test_the_published_json_schema_is_this_one() -> None:
    """Write it anew with `python scripts/write_schema.py` when the format has changed."""
    published = Path(__file__).parents[3] / "docs" / "roadmap.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema()


def test_the_bundled_roadmap_has_no_problem() -> None:
    bundled = Path(__file__).parents[3] / "data" / "roadmap.yaml"
    if not bundled.exists():
        pytest.skip("no roadmap is bundled yet")
    assert problems(bundled.read_bytes()) == ([], [])


def test_the_example_of_the_documentation_has_no_problem() -> None:
    page = Path(__file__).parents[3] / "docs" / "roadmap-format.md"
    _, _, example = page.read_text(encoding="utf-8").partition("```yaml\n")
    assert problems(example.partition("```")[0].encode()) == ([], [])


_KEYS = st.sampled_from(
    "format id title about tips minutes retired stages goals order items kind links topics needs"
    " optional repeat was origin url lang en zh video x".split()
)
_WORDS = st.sampled_from(
    ["1", "a", "b", "a.b", "s", "A", "", "video", "daily", "true", "https://x"]
)
_TREES = st.recursive(
    _WORDS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(_KEYS, below, max_size=5),
    max_leaves=12,
)
_ITEMS = st.recursive(
    st.fixed_dictionaries({}, optional={"id": _WORDS, "title": _TREES, "needs": _TREES}),
    lambda below: st.fixed_dictionaries(
        {"id": _WORDS | _TREES, "title": _WORDS},
        optional={
            "items": st.lists(below, max_size=3) | _TREES,
            "needs": st.lists(_WORDS, max_size=2),
            "was": st.lists(_WORDS, max_size=2),
            "order": st.just("parallel") | _TREES,
            "optional": _WORDS,
            "repeat": _WORDS,
            "links": st.lists(st.dictionaries(_KEYS, _TREES, max_size=2), max_size=2),
            "x": _TREES,
        },
    ),
    max_leaves=10,
)


@given(
    st.fixed_dictionaries(
        {"format": st.just("1"), "id": _WORDS, "title": _WORDS},
        optional={"stages": st.lists(_ITEMS, max_size=3), "retired": _TREES, "minutes": _TREES},
    )
    | _TREES
)
def test_any_tree_gives_problems_with_places_or_a_valid_tree(tree: object) -> None:
    data = json.dumps(tree).encode()
    errors, warnings = problems(data)
    assert all(p.line == 1 and p.column >= 1 for p in [*errors, *warnings])
    if not errors:
        assert validate_tree(validate(data))["id"] == tree["id"]


def test_the_kinds_of_the_gate_are_those_of_the_core() -> None:
    assert get_args(Kind) == KINDS
