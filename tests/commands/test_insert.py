from pathlib import Path

from conftest import Run


def test_an_own_step_comes_next_unless_a_place_is_given(small: Run) -> None:
    answer = small('insert "Brush up matrices" --minutes 45m --json').data
    assert answer["changed"] == [{"id": "+brush-up", "title": "Brush up matrices"}]
    assert (answer["place"], answer["anchor"]["id"]) == ("before", "a.1")
    assert answer["next"][0]["id"] == "+brush-up"
    assert answer["next"][0]["minutes"] == 45


def test_it_is_ticked_counted_and_found_like_any_other(small: Run) -> None:
    small('insert "Brush up matrices" --after b.1')
    before = small("status --json").data
    assert small('done "brush up matrices" --json').data["finished"][0]["id"] == "+brush-up"
    after = small("status --json").data
    assert (after["done"], after["total"]) == (before["done"] + 1, before["total"])
    assert small("find brush --json").data["found"][0]["id"] == "+brush-up"


def test_a_group_takes_own_steps(small: Run) -> None:
    small('insert "My project" --in s2 --group')
    small('insert "First draft" --in +my-project --link https://example.org/d --needs a.1')
    shown = small("show +first-draft --json").data
    assert [each["id"] for each in shown["path"]] == ["s2", "+my-project"]
    assert shown["links"][0]["url"] == "https://example.org/d"
    assert [need["id"] for need in shown["needs"]] == ["a.1"]


def test_a_title_in_another_script_gets_an_id_that_can_be_typed(small: Run) -> None:
    name = small("insert 复习矩阵 --json").data["changed"][0]["id"]
    assert name.isascii() and len(name) == 4
    assert small("done 复习矩阵 --json").data["finished"][0]["id"] == name


def test_undo_takes_it_out_and_redo_puts_it_in_with_its_tick(small: Run) -> None:
    small('insert "Brush up"')
    small("done +brush-up")
    small("undo")
    assert small("undo --json").data["events"][0]["do"] == "adjust"
    assert small("show +brush-up --json").error["code"] == "unknown-item"
    small("redo")
    small("redo")
    assert small("show +brush-up --json").data["state"] == "done"


def test_what_was_changed_by_hand_since_stays_and_that_is_said(small: Run, home: Path) -> None:
    small('insert "Brush up"')
    file = home / "config" / "small.mine.yaml"
    file.write_text(file.read_text().replace("title: Brush up", "title: Mine"))
    ran = small("undo")
    assert "edited by hand" in ran.out
    assert "title: Mine" in file.read_text()


def test_an_id_that_once_was_is_not_used_for_something_else(small: Run) -> None:
    small('insert "Brush up"')
    small("done +brush-up")
    small("undo")
    small("undo")
    small("redo")
    small("redo")
    assert small('insert "Brush up" --json').data["changed"][0]["id"] == "+brush-up-2"


def test_one_place_and_a_title_are_needed(small: Run) -> None:
    assert small("insert x --after a.1 --in b --json").error["code"] == "usage"
    assert small(["insert", " ", "--json"]).error["code"] == "usage"
    assert small("insert x --after zzz --json").error["code"] == "unknown-item"
    assert small("insert x --link nowhere --json").error["code"] == "roadmap-invalid"
    assert small("status --json").data["total"] == 7


def test_the_message_says_where_how_much_is_left_and_how_to_undo(small: Run) -> None:
    out = small('insert "Brush up" --after a.1').out
    for said in ("+brush-up", "after a.1 What attention is", "8 steps", "llmroadmap undo"):
        assert said in out
    assert "插入" in small("insert 复习 --in b", LLMROADMAP_LANG="zh").out
