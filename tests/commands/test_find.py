"""find: ranked, in both languages, and never a failure."""

import pytest

from conftest import Run


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
    assert "note\n    how Attention uses them" in out


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
    assert "Nothing has “matrxes”." in ran.out
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
