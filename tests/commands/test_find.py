"""find: ranked, in both languages, and never a failure."""

import pytest

from conftest import Run, without_styles


def ids(run: Run, line: str) -> list[str]:
    return [item["id"] for item in run(f"{line} --json").data["found"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Whole words of titles first, in the order of the plan.
        ("find attention", ["a", "a.1", "a.2", "a.x", "c.paper"]),
        ("find ATTENTION code", ["a.2"]),
        ("find code attention", ["a.2"]),
        ("find 注意力", ["a", "a.1", "a.2", "a.x"]),
        ("find 意力 代码", ["a.2"]),
        ("find vect", ["b.1"]),
        # The id where no title has it.
        ("find paper", ["c.paper"]),
        ("find zebra", []),
        ("find '?'", []),
    ],
)
def test_what_is_found(small: Run, line: str, expected: list[str]) -> None:
    ran = small(f"{line} --json")
    assert (ran.status, [item["id"] for item in ran.data["found"]]) == (0, expected)


def test_notes_come_last_and_say_where(small: Run) -> None:
    small(["note", "b.1", "first line\nhow Attention uses them\nlast"])
    found = small("find attention --json").data["found"]
    assert (found[-1]["id"], found[-1]["matched"]) == ("b.1", ["note"])
    assert found[-1]["excerpt"] == "how Attention uses them"
    out = small("find attention").out
    assert "(note)\n    how Attention uses them" in out


def test_words_may_be_in_different_places(small: Run) -> None:
    small("note b.1 zebra")
    found = small("find vectors zebra --json").data["found"]
    assert [(item["id"], item["matched"]) for item in found] == [("b.1", ["title", "note"])]


def test_states_and_ids_are_shown(small: Run) -> None:
    small("done a.1")
    item = next(i for i in small("find attention --json").data["found"] if i["id"] == "a.1")
    assert item["state"] == "done"
    assert "a.1  What attention is" in small("find attention").out


def test_topics_and_descriptions(run: Run) -> None:
    matched = {f for i in run("find lora -n 50 --json").data["found"] for f in i["matched"]}
    assert matched & {"topic", "about", "title"}


def test_nothing_found_helps(small: Run) -> None:
    ran = small("find matrxes")
    assert ran.status == 0
    assert "No match for “matrxes”." in ran.out
    assert "b.2  Matrices" in ran.out


def test_no_more_than_asked_for(small: Run) -> None:
    data = small("find attention -n 2 --json").data
    assert (len(data["found"]), data["total"]) == (2, 5)
    assert "3 more" in small("find attention -n 2").out


def test_words_are_needed(small: Run) -> None:
    assert small("find --json").error["code"] == "usage"


def test_a_long_description_is_shown_from_about_the_word_on(run: Run) -> None:
    found = run("find lora -n 50 --json").data["found"]
    excerpts = [item["excerpt"] for item in found if item["matched"] == ["about"]]
    assert excerpts and all("lora" in text[:50].lower() for text in excerpts)


PLAN = """\
format: 1
id: two
title: {en: Two, zh: 两种语言}
stages:
  - id: s
    title: {en: S, zh: 阶段}
    items:
      - id: a
        title: {en: First, zh: 第一}
        about:
          en: An exploration of adapters that ends in a long sentence about lora and about what else comes after the word in this sentence.
          zh: 先用小模型试一试，再用 LoRA 微调。
      - {id: b, title: {en: Second, zh: 第二}, about: {en: Only here is lora., zh: 这里没有。}}
"""


def test_an_excerpt_is_in_the_language_of_the_screen_if_it_has_the_word(run: Run, plan) -> None:
    path = plan(PLAN, "two.yaml")
    found = run(["find", "lora", "--lang", "zh", "--json", "--roadmap", path]).data["found"]
    assert [item["excerpt"] for item in found] == [
        "先用小模型试一试，再用 LoRA 微调。",
        "Only here is lora.",
    ]
    excerpt = run(["find", "lora", "--json", "--roadmap", path]).data["found"][0]["excerpt"]
    assert "about lora and" in excerpt[:40]


@pytest.mark.parametrize("width", range(30, 90, 7))
def test_an_excerpt_is_cut_between_words(run: Run, terminal: Run, plan, width: int) -> None:
    line = ["find", "lora", "--roadmap", plan(PLAN, "two.yaml")]
    shown = without_styles(terminal(line, width=width).out).splitlines()[1].strip()
    words = PLAN.split()
    assert shown.startswith("…")
    assert all(word in words for word in shown.strip("…").split())


def test_the_field_is_no_part_of_the_title(run: Run, plan) -> None:
    line = ["find", "lora", "--roadmap", plan(PLAN, "two.yaml")]
    assert "  First  (description)\n" in run(line).out
    assert "  第一  （说明）\n" in run([*line, "--lang", "zh"]).out


def test_the_item_whose_id_was_typed_comes_first(run: Run) -> None:
    assert run("find hf.3.2 --json").data["found"][0]["id"] == "hf.3.2"
