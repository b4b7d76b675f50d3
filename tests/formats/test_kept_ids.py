"""A plan that is read again keeps its ids, whatever is added, and whichever way they were made."""

import pytest

from imported_plans import items, steps
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.kept_ids import keep_ids
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.roadmap_yaml.schema import validate_tree

PLAN = """# 吉他计划

## 第一周 基础

- [ ] 调音
- [x] [和弦](https://e.example/1)

## 第二周 音阶

- [ ] 大调
- [ ] 小调

## Reading

- [ ] [One](https://b.example/1)
- [ ] Two
"""


def again(text: str, before: ImportedPlan) -> ImportedPlan:
    plan = keep_ids(read_markdown(text), validate_tree(before.roadmap))
    assert validate_tree(plan.roadmap) == plan.roadmap
    return plan


def by_title(plan: ImportedPlan) -> dict[str, str]:
    return {item["title"]: full for full, item in items(plan)}


def test_ids_are_short_and_the_same_for_the_same_plan() -> None:
    plan = read_markdown(PLAN)
    assert list(steps(plan)) == ["w1.1", "w1.2", "w2.1", "w2.2", "3.1", "3.2"]
    same = again(PLAN, plan)
    assert (same.roadmap, same.done) == (plan.roadmap, plan.done)


@pytest.mark.parametrize("added", ["- [ ] 新的一步", "- [x] [New](https://n.example)"])
def test_a_line_added_anywhere_moves_no_id(added: str) -> None:
    plan = read_markdown(PLAN)
    before, lines = by_title(plan), PLAN.splitlines()
    for place in [n for n, line in enumerate(lines) if line.startswith("- ")]:
        newer = again("\n".join([*lines[:place], added, *lines[place:]]), plan)
        after = by_title(newer)
        assert before.items() <= after.items(), place
        assert len(set(after.values())) == len(before) + 1
        assert "w1.2" in newer.done


def test_a_section_added_anywhere_moves_no_id() -> None:
    plan = read_markdown(PLAN)
    before, lines = by_title(plan), PLAN.splitlines()
    for place in [n for n, line in enumerate(lines) if line.startswith("## ")]:
        text = "\n".join([*lines[:place], "## New", "", "- [ ] new", "", *lines[place:]])
        after = by_title(again(text, plan))
        assert before.items() <= after.items(), place


def test_a_free_id_is_one_that_nothing_had() -> None:
    plan = read_markdown(PLAN)
    shorter = again(PLAN.replace("- [ ] 小调\n", ""), plan)
    tree = {**shorter.roadmap, "retired": [{"id": "w2.2", "title": "小调"}]}
    plan = keep_ids(read_markdown(PLAN.replace("小调", "全音阶 (2h)")), validate_tree(tree))
    assert by_title(plan)["全音阶"] == "w2.3"


def test_a_week_that_is_moved_takes_its_ids_along() -> None:
    plan = read_markdown(PLAN)
    first, second = PLAN.index("## 第一周"), PLAN.index("## 第二周")
    third = PLAN.index("## Reading")
    text = PLAN[:first] + PLAN[second:third] + PLAN[first:second] + PLAN[third:]
    assert by_title(again(text, plan)) == by_title(plan)


OLD = """
format: 1
id: guitar
title: 吉他计划
stages:
  - id: stage-di-yi-zhou
    title: 第一周 基础
    items:
      - id: di-yi-zhou-ji-chu
        title: 第一周 基础
        items:
          - {id: diao-yin, title: 调音（2 小时）}
          - {id: he-xian, title: 和弦, links: [{url: "https://e.example/1"}]}
  - id: stage-reading
    title: Reading
    items:
      - id: reading
        title: Reading
        items:
          - {id: one, title: One, links: [{url: "https://b.example/1"}]}
"""


def test_a_roadmap_with_ids_of_words_keeps_them() -> None:
    from llmroadmap.formats.roadmap_yaml.schema import validate

    before = validate(OLD.encode())
    plan = keep_ids(read_markdown(PLAN), before)
    assert validate_tree(plan.roadmap) == plan.roadmap
    found = by_title(plan)
    assert found["调音"] == "di-yi-zhou-ji-chu.diao-yin"
    assert found["和弦"] == "di-yi-zhou-ji-chu.he-xian"
    assert found["One"] == "reading.one"
    assert found["Two"].startswith("reading.")
    assert plan.done == ("di-yi-zhou-ji-chu.he-xian",)
