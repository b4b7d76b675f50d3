from conftest import Run


def test_a_skipped_step_leaves_the_denominator_and_meets_needs(small: Run) -> None:
    answer = small('skip a.1 --reason "know it" --json').data
    assert [item_ref["id"] for item_ref in answer["unlocked"]] == ["b.2"]
    assert [(s["id"], s["done"], s["total"]) for s in answer["stages"]] == [("s1", 0, 4)]
    status = small("status --json").data
    assert (status["done"], status["total"], status["skipped"]) == (0, 6, 1)


def test_the_reason_is_kept(small: Run) -> None:
    small('skip a.1 --reason "know it"')
    history = small("show a.1 --json").data["history"]
    assert [(event["do"], event["text"]) for event in history] == [("skip", "know it")]


def test_a_group_is_skipped_after_a_yes_and_what_is_done_in_it_stays(small: Run) -> None:
    small("done a.1")
    assert small("skip a --json").error["code"] == "needs-answer"
    answer = small("skip a --yes --json").data
    assert [step["id"] for step in answer["changed"]] == ["a.2", "a.code"]
    assert small("show a.1 --json").data["state"] == "done"


def test_a_tick_is_not_lost_by_skipping(small: Run) -> None:
    small("done a.1")
    assert small("skip a.1 --json").data["changed"] == []
    assert small("show a.1 --json").data["state"] == "done"
