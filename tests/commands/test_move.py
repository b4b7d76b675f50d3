"""move: progress and settings in another folder, and a second machine that finds them there."""

from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "study"


@pytest.fixture(autouse=True)
def stick(target: Path) -> None:
    target.parent.mkdir()


def test_everything_goes_along_and_is_used_there(run: Run, home: Path, target: Path) -> None:
    run("done hf.0.1")
    run("config steps 5")
    ran = run(f"move {target}")
    assert ran.status == 0
    assert str(target) in ran.out.replace("\n  ", "")
    assert "1/352" in ran.out
    run("done hf.1.1")
    assert (target / "data/progress/llm.json").read_text().count('"do":"done"') == 2
    assert (home / "data/progress/llm.json").read_text().count('"do":"done"') == 1
    assert run("config steps").out == "5\n"
    assert str(target) in run("paths").out.replace("\n", "")


def test_a_second_machine_needs_one_command(run: Run, target: Path, tmp_path: Path) -> None:
    run("done hf.0.1")
    run(f"move {target}")
    other = {"LLMROADMAP_HOME": str(tmp_path / "other"), "LLMROADMAP_DEVICE": "other"}
    run("done hf.1.1", **other)
    answer = run(f"move {target} --json", **other).data
    assert (answer["found"], answer["brought"], answer["done"]) == (1, 1, 2)
    assert run("status --json").data["done"] == 2


def test_backups_are_found_after_it(run: Run, target: Path) -> None:
    run("done hf.0.1")
    run("done hf.1.1")
    names = {copy["name"] for copy in run("backup --json").data["copies"]}
    run(f"move {target}")
    after = {copy["name"] for copy in run("backup --json").data["copies"]}
    assert names <= after


def test_back(run: Run, target: Path, home: Path) -> None:
    run("done hf.0.1")
    run(f"move {target}")
    run("done hf.1.1")
    assert run("move --back").status == 0
    assert run("status --json").data["done"] == 2
    assert (home / "data/progress/llm.json").read_text().count('"do":"done"') == 2
    again = run("move --back --json")
    assert (again.status, again.error["code"]) == (2, "invalid-option")


def test_a_folder_that_is_away_is_no_first_run(run: Run, target: Path) -> None:
    run("done hf.0.1")
    run(f"move {target}")
    target.parent.rename(target.parent.with_name("unplugged"))
    ran = run("next --json")
    assert (ran.status, ran.error["code"]) == (1, "home-moved")
    assert str(target) in ran.error["message"]


def test_what_makes_no_sense(run: Run, target: Path, home: Path) -> None:
    assert run("move --json").error["code"] == "usage"
    assert run(f"move {home} --json").status == 2
    assert run(f"move {target / 'deep' / 'down'} --json").error["code"] == "sync-folder-missing"


def test_settings_that_differ_stay_as_they_are_there(
    run: Run, target: Path, tmp_path: Path
) -> None:
    run("config steps 5")
    run(f"move {target}")
    other = {"LLMROADMAP_HOME": str(tmp_path / "other")}
    run("config steps 7", **other)
    answer = run(f"move {target} --json", **other).data
    assert answer["differs"] == [str(target / "config/config.json")]
    assert run("config steps", **other).out == "5\n"
