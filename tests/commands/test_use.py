from conftest import Run


def test_all_commands_are_about_the_roadmap_in_use(run: Run, plan) -> None:
    run(["add", plan("# Mine\n\n- [ ] one\n- [ ] two\n"), "--id", "mine"])
    assert run("use mine --json").data["before"] == "llm"
    assert run("status --json").data["total"] == 2
    assert run("status --json --roadmap llm").data["total"] == 352
    assert run("status --json", LLMROADMAP_ROADMAP="llm").data["total"] == 352
    run("use llm")
    assert run("status --json").data["total"] == 352


def test_one_that_is_not_there_changes_nothing(run: Run) -> None:
    answer = run("use mine --json")
    assert (answer.status, answer.error["code"], answer.error["known"]) == (
        2,
        "unknown-roadmap",
        ["llm"],
    )
    assert run("status").status == 0
