from conftest import Run


def test_the_built_in_one_is_there_and_in_use(run: Run) -> None:
    (only,) = run("roadmaps --json").data["roadmaps"]
    assert (only["id"], only["in_use"], only["is_own"], only["total"]) == ("llm", True, False, 352)


def test_own_ones_stand_beside_it_each_with_its_progress(run: Run, plan) -> None:
    run(["add", plan("# Mine\n\n- [ ] one\n- [ ] two\n"), "--id", "mine"])
    first = run("next --roadmap mine --json").data["steps"][0]["id"]
    run(f"done {first} --roadmap mine")
    both = {r["id"]: r for r in run("roadmaps --json").data["roadmaps"]}
    assert (both["mine"]["done"], both["mine"]["total"], both["mine"]["percent"]) == (1, 2, 50)
    assert both["llm"]["done"] == 0


def test_a_broken_one_is_listed_as_such(run: Run, home, plan) -> None:
    run(["add", plan("- [ ] one\n"), "--id", "mine"])
    (home / "config" / "roadmaps" / "mine.yaml").write_text("format: 1\nid: mine\n")
    both = {r["id"]: r for r in run("roadmaps --json").data["roadmaps"]}
    assert both["mine"]["error"] == "roadmap-invalid"
    assert "llmroadmap check" in run("roadmaps").out


def test_a_copy_of_the_built_in_one_stands_in_its_place_visibly(run: Run, home) -> None:
    folder = home / "config" / "roadmaps"
    folder.mkdir(parents=True)
    text = run("export --format yaml").out.replace("from Hugging Face", "by way of Hugging Face")
    (folder / "llm.yaml").write_text(text)
    (only,) = run("roadmaps --json").data["roadmaps"]
    assert only["overrides_built_in"] is True
    assert "your own version, in place of" in run("roadmaps").out
    assert "by way of Hugging Face" in run("status").out
