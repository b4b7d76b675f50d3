"""paths: where the files are, over the real command line."""

from pathlib import Path

from conftest import SMALL, Run


def test_every_path_by_name(small: Run, home: Path) -> None:
    paths = {p["name"]: p for p in small("paths --json").data["paths"]}
    assert {name: p["path"] for name, p in paths.items()} == {
        "roadmap": str(SMALL),
        "progress": str(home / "data" / "progress" / "small.json"),
        "settings": str(home / "config" / "config.json"),
        "config": str(home / "config"),
        "data": str(home / "data"),
        "backups": str(home / "data" / "backups"),
        "cache": str(home / "cache"),
    }
    assert [name for name, p in paths.items() if p["exists"]] == ["roadmap", "cache"]
    assert "(not there yet)" in small("paths").out


def test_after_the_first_tick_the_progress_is_there(small: Run) -> None:
    small("done a.1")
    there = [p["name"] for p in small("paths --json").data["paths"] if p["exists"]]
    assert there == ["roadmap", "progress", "data", "backups", "cache"]


def test_all_paths_are_absolute(run: Run) -> None:
    for path in run("paths --json").data["paths"]:
        assert Path(path["path"]).is_absolute(), path
