from pathlib import Path

import pytest

from conftest import Run


def state(run: Run, item: str) -> str:
    return run(f"show {item} --json").data["state"]


def test_all_that_one_call_wrote_is_taken_back_and_made_again(small: Run) -> None:
    small("done a.1 b.1")
    answer = small("undo --json").data
    assert [event["id"] for event in answer["events"]] == ["a.1", "b.1"]
    assert [state(small, item) for item in ("a.1", "b.1")] == ["open", "open"]
    small("redo")
    assert [state(small, item) for item in ("a.1", "b.1")] == ["done", "done"]


def test_again_and_again_to_the_beginning_and_back(small: Run) -> None:
    for line in ("start a.1", "done a.1", "skip b.1", "checkin notes"):
        small(line)
    taken = [small("undo --json").data["events"][0]["do"] for _ in range(4)]
    assert taken == ["checkin", "skip", "done", "start"]
    assert small("undo --json").error["code"] == "nothing-to-undo"
    assert small("status --json").data["done"] == 0
    made = [small("redo --json").data["events"][0]["do"] for _ in range(4)]
    assert made == ["start", "done", "skip", "checkin"]
    assert small("redo --json").status == 1


def test_a_new_change_leaves_nothing_to_redo(small: Run) -> None:
    small("done a.1")
    small("undo")
    small("done b.1")
    assert small("redo --json").error["code"] == "nothing-to-undo"


@pytest.mark.parametrize("line", ["undo", "redo"])
def test_only_what_was_done_on_this_machine(small: Run, line: str) -> None:
    small("done a.1", LLMROADMAP_DEVICE="laptop")
    small("done b.1", LLMROADMAP_DEVICE="desktop")
    small("undo", LLMROADMAP_DEVICE="laptop")
    assert (state(small, "a.1"), state(small, "b.1")) == ("open", "done")
    small(line, LLMROADMAP_DEVICE="laptop")
    assert state(small, "b.1") == "done"


def test_a_repeated_done_is_no_change_to_undo(small: Run) -> None:
    small("done a.1")
    small("done a.1")
    small("undo")
    assert state(small, "a.1") == "open"
    assert small("undo").status == 1


def test_where_only_another_machine_has_changes_and_nobody_can_answer_the_line_to_type_is_said(
    small: Run,
) -> None:
    small("done a.1", LLMROADMAP_DEVICE="desktop")
    asked = small("undo", LLMROADMAP_DEVICE="laptop")
    assert asked.status == 2
    assert "on desktop" in asked.err
    assert "or run: LLMROADMAP_DEVICE=desktop llmroadmap undo" in asked.err
    in_chinese = small("undo", LLMROADMAP_DEVICE="laptop", LLMROADMAP_LANG="zh").err
    assert "或运行：LLMROADMAP_DEVICE=desktop llmroadmap undo" in in_chinese
    small("undo", LLMROADMAP_DEVICE="desktop")
    assert state(small, "a.1") == "open"


def test_behind_a_change_of_another_roadmap_undo_names_it(run: Run) -> None:
    plan = str(Path(__file__).parents[1] / "small.yaml")
    said = run(["done", "a.1", "--roadmap", plan]).out
    assert f"Undo: llmroadmap undo --roadmap {plan}" in said.replace("\n    ", " ")
    assert "a.1" in run(["undo", "--roadmap", plan]).out
