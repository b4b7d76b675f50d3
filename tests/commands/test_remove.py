from conftest import Run


def test_the_progress_stays_and_comes_back(run: Run, plan) -> None:
    run(["add", plan("- [ ] one\n- [ ] two\n"), "--id", "mine"])
    run("use mine")
    run(["done", run("next --json").data["steps"][0]["id"]])
    assert run("remove mine --json").error["code"] == "needs-answer"
    removed = run("remove mine --yes --json").data
    assert removed["in_use"] == "llm"
    assert run("status --json").data["total"] == 352
    run(["add", removed["kept_at"]])
    assert run("status --roadmap mine --json").data["done"] == 1


def test_the_built_in_one_cannot_be_removed(run: Run) -> None:
    assert run("remove llm --yes --json").error["code"] == "built-in-roadmap"
