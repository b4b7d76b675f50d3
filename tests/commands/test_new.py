import pytest

from conftest import Run
from llmroadmap.terminal.wrapping import display_width


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_it_writes_is_a_roadmap_without_mistakes(run: Run, tmp_path, lang: str) -> None:
    file = str(tmp_path / "Mein Plan.yaml")
    assert run(["new", file, "--lang", lang]).status == 0
    checked = run(["check", file, "--json"]).data
    assert (checked["errors"], checked["warnings"]) == ([], [])
    assert run(["add", file]).status == 0
    assert run("next -n 1 --roadmap mein-plan --json").data["steps"][0]["id"] == "book.1"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["plan", "a-plan-whose-name-is-a-good-deal-longer"])
def test_its_comments_stand_below_one_another(run: Run, tmp_path, lang: str, name: str) -> None:
    file = tmp_path / f"{name}.yaml"
    run(["new", str(file), "--lang", lang])
    rows = [row for row in file.read_text(encoding="utf-8").splitlines() if row[:1] != "#"]
    columns = {display_width(row[: row.index("# ")]) for row in rows if "# " in row}
    assert len(columns) == 1


def test_without_a_file_it_is_printed(run: Run) -> None:
    assert run("new").out.rstrip("\n") == run("new --json").data["text"].rstrip("\n")


def test_a_file_that_is_there_is_left_alone(run: Run, tmp_path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("mine")
    assert run(["new", str(file), "--json"]).error["code"] == "roadmap-exists"
    assert file.read_text() == "mine"
