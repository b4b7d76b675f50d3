from conftest import Run


def test_what_is_muted_is_neither_offered_counted_nor_listed(small: Run) -> None:
    answer = small("mute a --json").data
    assert (answer["steps"], answer["total"]) == (4, 4)
    assert small("next --json").data["steps"][0]["id"] == "b.1"
    assert "a.1" not in small("list").out
    assert "a.1" in small("list --all").out


def test_what_was_done_before_keeps_its_history(small: Run) -> None:
    small("done a.1")
    before = small("stats --json").data
    small("mute a")
    after = small("stats --json").data
    for key in ("minutes", "steps", "days"):
        assert [week[key] for week in after["weeks"]] == [week[key] for week in before["weeks"]]
    assert small("show a.1 --json").data["state"] == "done"


def test_a_muted_habit_is_not_due(small: Run) -> None:
    assert small("today --json").data["habits"]
    small("mute notes")
    assert not small("today --json").data["habits"]
    assert not small("next --json").data["habits"]


def test_what_needs_something_muted_does_not_wait(small: Run) -> None:
    small("mute a.1")
    assert not small("next --stage b --json").data["waits_for"]
    assert "b.2" in [each["id"] for each in small("next -n 9 --json").data["steps"]]


def test_undo_and_the_list_of_what_is_muted(small: Run) -> None:
    small("mute a b.1")
    assert [each["id"] for each in small("mute --json").data["listed"]] == ["a", "b.1"]
    small("undo")
    assert small("mute --json").data["listed"] == []
    assert small("status --json").data["total"] == 7


def test_show_says_so_and_how_to_take_it_in_again(small: Run) -> None:
    small("mute a.1")
    assert "llmroadmap unmute a.1" in small("show a.1").out


def test_settings_leave_out_languages_kinds_and_topics(small: Run) -> None:
    small("config leave_out video,writing")
    status = small("status --json").data
    assert status["total"] == 4
    assert "3 steps left out" in small("status").out
    small("config unset leave_out")
    assert small("status --json").data["total"] == 7


def test_languages_take_effect_at_once(run: Run) -> None:
    before = run("status --json").data["total"]
    run("config languages zh")
    assert run("status --json").data["total"] < before - 100
    offered = run("next --stage s2 -n 9 --json").data["steps"]
    assert not any(step["language"] == "en" for step in offered)
    run("config unset languages")
    assert run("status --json").data["total"] == before
