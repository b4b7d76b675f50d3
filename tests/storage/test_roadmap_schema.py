"""What comes through the gate keeps to the format; what does not is named with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.errors import RoadmapInvalid
from llmroadmap.storage.roadmap_schema import problems, validate

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


@given(st.binary() | st.text(alphabet="-:,[]{}\"' \n#abid1stem").map(str.encode))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    errors, _ = problems(data)
    assert errors
    with pytest.raises(RoadmapInvalid):
        validate(data)
