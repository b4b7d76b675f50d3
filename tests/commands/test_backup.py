"""backup: the copies there are, and one more on demand."""

from pathlib import Path

from conftest import Run

DAY_2 = {"LLMROADMAP_NOW": "2026-11-25T20:00:00+08:00"}


def progress(home: Path) -> Path:
    return home / "data" / "progress" / "small.json"


def test_before_anything_was_done(small: Run) -> None:
    assert "No backup yet" in small("backup").out
    assert small("backup --json").data["copies"] == []
    refused = small("backup now")
    assert refused.status == 1
    assert "no progress to back up yet" in refused.err


def test_lists_day_events_and_size(small: Run) -> None:
    small("done a.1")
    small("done a.2")
    data = small("backup list --json").data
    by_name = {copy["name"]: copy for copy in data["copies"]}
    assert by_name["previous"]["events"] == 1
    assert all(copy["size"] > 50 for copy in data["copies"])
    text = small("backup").out
    assert "previous" in text
    assert "1 entry " in text
    assert "before the last change" in text
    assert "llmroadmap restore" in text
    assert "上一次改动之前" in small("backup --lang zh").out


def test_now_keeps_what_is_there_now(small: Run, home: Path) -> None:
    small("done a.1")
    small("done a.2")
    answer = small("backup now --json").data
    (made,) = [copy for copy in answer["copies"] if copy["name"] == answer["made"]]
    assert made["events"] == 2
    assert Path(made["path"]).read_bytes() == progress(home).read_bytes()
    assert answer["copies"][0] == made, "the newest comes first"
    assert answer["made"] in small("backup now").out


def test_many_copies_of_ones_own_push_no_day_out(small: Run) -> None:
    small("done a.1")
    for _ in range(20):
        assert small("backup now").status == 0
    names = [copy["name"] for copy in small("backup --json").data["copies"]]
    assert sum(name.startswith("saved") for name in names) == 14
    assert any(name[:1] == "2" for name in names)


def test_what_is_damaged_is_not_copied(small: Run, home: Path) -> None:
    small("done a.1")
    progress(home).write_bytes(b"{")
    refused = small("backup now --json")
    assert refused.status == 1
    assert refused.error["code"] == "progress-damaged"
    assert small("backup").status == 0


def test_other_words_are_refused(small: Run) -> None:
    assert small("backup delete").status == 2
