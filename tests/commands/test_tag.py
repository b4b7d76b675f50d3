from conftest import Run


def test_tags_are_added_found_and_taken_away(small: Run) -> None:
    small("tag a.1 exam 考试")
    small("tag c.paper exam")
    assert [each["id"] for each in small("list --tag exam --json").data["steps"]] == [
        *("a.1", "c.paper")
    ]
    assert small("find 考试 --json").data["found"][0]["id"] == "a.1"
    assert small("tag a.1 exam --remove --json").data["value"] == "考试"
    assert small("tag a.1 --remove --json").data["value"] == ""
    assert [each["id"] for each in small("tag --json").data["listed"]] == ["c.paper"]


def test_a_tag_of_a_group_is_one_of_each_step_in_it(small: Run) -> None:
    small("tag b exam")
    assert [each["id"] for each in small("list --tag exam --json").data["steps"]] == ["b.1", "b.2"]
    assert [each["id"] for each in small("next --tag exam --json").data["steps"]] == ["b.1"]


def test_the_same_word_stands_once_and_needs_no_sign(small: Run) -> None:
    small("tag a.1 exam")
    assert "Nothing changed." in small("tag a.1 #exam").out


def test_a_word_is_needed(small: Run) -> None:
    assert small("tag a.1 --json").error["code"] == "usage"


def test_show_has_them_and_undo_takes_them_back(small: Run) -> None:
    small("tag a.1 exam")
    assert "tagged exam" in small("show a.1").out
    small("undo")
    assert "tagged exam" not in small("show a.1").out


def test_a_tag_that_nothing_has_is_said(small: Run) -> None:
    for line in ("list --tag exam", "next --tag exam"):
        assert "Nothing is tagged “exam”." in small(line).out
        assert "llmroadmap tag ITEM exam" in small(line).out
    small("tag a.1 job")
    assert "Your tags: job" in small("list --tag exam").out
    small("done a.1")
    assert "Nothing is tagged" not in small("next --tag job").out
    assert "Nothing open fits" in small("next --tag job").out


def test_several_items_at_once(small: Run) -> None:
    data = small("tag a.1 a.2 c.paper exam --json").data
    assert [each["id"] for each in data["changed"]] == ["a.1", "a.2", "c.paper"]
    tagged = [each["id"] for each in small("list --tag exam --json").data["steps"]]
    assert tagged == ["a.1", "a.2", "c.paper"]
    small("undo")
    assert small("tag --json").data["listed"] == []
