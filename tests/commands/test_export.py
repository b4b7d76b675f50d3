from conftest import Run


def test_a_markdown_list_reads_back_to_the_same_tree_and_ticks(run: Run, tmp_path) -> None:
    run("done hf.0.1 hf.1.1")
    file = str(tmp_path / "plan.md")
    run(["export", "-o", file])
    run(["add", file, "--id", "again", "--keep-ticks"])
    one = run("list --json").data["steps"]
    two = run("list --roadmap again --json").data["steps"]
    assert [(s["id"], s["title"], s["state"]) for s in one] == [
        (s["id"], s["title"], s["state"]) for s in two
    ]


def test_yaml_is_the_same_roadmap(run: Run, tmp_path) -> None:
    file = str(tmp_path / "plan.yaml")
    run(["export", "--format", "yaml", "-o", file])
    assert run(["check", file, "--json"]).data["errors"] == []
    one, two = run("list --json").data, run(["list", "--json", "--roadmap", file]).data
    assert one == two


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("export --format pdf --json").error["code"] == "invalid-option"
