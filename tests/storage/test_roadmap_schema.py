"""What comes through the gate keeps to the format; what does not is named with its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.errors import RoadmapInvalid
from llmroadmap.storage.roadmap_schema import json_schema, problems, validate, validate_tree

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


HEAD = "format: 1\nid: t\ntitle: T\n"
# Items of one stage; the first stands on line 8, column 5.
ITEMS = HEAD + "stages:\n- id: s1\n  title: S\n  items:\n  "

MISTAKES = [
    # the file itself
    ("", "yaml-empty", 1, 1),
    ("- format: 1\n", "expected-mapping", 1, 1),
    ("format: 2\nsections: []\n", "format-newer", 1, 1),
    (HEAD.replace("1", "one") + "stages: [{id: s, title: S}]", "format-unknown", 1, 1),
    (HEAD + "stages: []", "empty", 4, 1),
    (HEAD + "stages: {id: s}", "expected-list", 4, 1),
    (HEAD + "stagse: []", "unknown-key", 4, 1),
    (HEAD + "stages: [one]", "expected-mapping", 4, 10),
    (HEAD.replace("id: t", "id: nul") + "stages: [{id: s, title: S}]", "id-reserved", 2, 1),
    (HEAD + "minutes: {vidoe: 5}\nstages: [{id: s, title: S}]", "unknown-kind", 4, 11),
    (HEAD + "minutes: {video: 0}\nstages: [{id: s, title: S}]", "minutes-invalid", 4, 11),
    (HEAD + "tips: [{xx-: x}]\nstages: [{id: s, title: S}]", "language-invalid", 4, 9),
    (HEAD + "retired: [{id: A, title: S}]\nstages: [{id: s, title: S}]", "full-id-invalid", 4, 12),
    # items
    ("- {id: a}", "missing-key", 8, 5),
    ("- {title: A}", "missing-key", 8, 5),
    ("- {id: A, title: A}", "id-invalid", 8, 6),
    ("- {id: a.b, title: A}", "id-invalid", 8, 6),
    ("- {id: a, title: ''}", "text-empty", 8, 13),
    ("- {id: a, title: {}}", "empty", 8, 13),
    ("- {id: a, title: [A]}", "expected-text", 8, 13),
    ("- {id: a, title: {en: A, English: B}}", "language-invalid", 8, 28),
    (f"- {{id: a, title: {'x' * 501}}}", "too-long", 8, 13),
    ("- {id: a, title: A, itmes: []}", "unknown-key", 8, 23),
    ("- {id: a, title: A, goals: []}", "misplaced-key", 8, 23),
    ("- {id: a, title: A, url: x}", "misplaced-key", 8, 23),
    ("- {id: a, title: A, kind: vidoe}", "unknown-kind", 8, 23),
    ("- {id: a, title: A, kind: [video]}", "unknown-kind", 8, 23),
    ("- {id: a, title: A, repeat: monthly}", "unknown-repeat", 8, 23),
    ("- {id: a, title: A, order: any, items: [{id: 1, title: B}]}", "unknown-order", 8, 23),
    ("- {id: a, title: A, minutes: 1.5}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: 99999}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: '010'}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: ٣}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, optional: yes}", "flag-invalid", 8, 23),
    ("- {id: a, title: A, needs: b}", "expected-list", 8, 23),
    ("- {id: a, title: A, needs: [B.1]}", "full-id-invalid", 8, 31),
    ("- {id: a, title: A, was: [a..b]}", "full-id-invalid", 8, 29),
    ("- {id: a, title: A, links: [https://x]}", "expected-mapping", 8, 31),
    ("- {id: a, title: A, links: [{title: x}]}", "missing-key", 8, 31),
    ("- {id: a, title: A, links: [{url: x.md}]}", "address-scheme", 8, 32),
    ("- {id: a, title: A, links: [{url: 'https://a b'}]}", "address-invalid", 8, 32),
    ("- {id: a, title: A, links: [{url: 'https://ok@evil'}]}", "address-invalid", 8, 32),
    ("- {id: a, title: A, links: [{url: https://x, lang: zh_CN}]}", "language-invalid", 8, 48),
    ("- {id: a, title: A, links: [{url: https://x, kind: film}]}", "unknown-kind", 8, 48),
    # how they belong together
    ("- {id: a, title: A}\n  - {id: a, title: B}", "duplicate-id", 9, 6),
    ("- {id: s1, title: A}", "duplicate-course-id", 8, 6),
    ("- {id: a, title: A, needs: [b]}", "need-unknown", 8, 31),
    ("- {id: a, title: A, needs: [s1]}", "need-ancestor", 8, 31),
    ("- {id: a, title: A, needs: [b]}\n  - {id: b, title: B}", "deadlock", 8, 31),
    ("- {id: a, title: A, items: []}", "group-empty", 8, 23),
    ("- {id: a, title: A, kind: habit}", "habit-without-repeat", 8, 23),
    ("- {id: a, title: A, was: [a]}", "was-in-use", 8, 29),
    # doubts
    ("- {id: a, title: A}\n  - {id: b, title: A}", "same-title", 9, 13),
    ("- {id: a, title: ' '}", "title-blank", 8, 13),
    ("- {id: a, title: A, kind: video}", "kind-without-minutes", 8, 23),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), MISTAKES)
def test_each_mistake_is_found_where_it_stands(
    text: str, code: str, line: int, column: int
) -> None:
    data = (ITEMS + text if text.startswith("- {") else text).encode()
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
    published = Path(__file__).parents[2] / "docs" / "roadmap.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema()


def test_the_bundled_roadmap_has_no_problem() -> None:
    bundled = Path(__file__).parents[2] / "data" / "roadmap.yaml"
    if not bundled.exists():
        pytest.skip("no roadmap is bundled yet")
    assert problems(bundled.read_bytes()) == ([], [])
