"""backup: the copies there are, and one more on demand."""

import re
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


def test_only_a_day_is_the_first_of_that_day(small: Run, home: Path) -> None:
    small("done a.1")
    small("done a.2")
    (folder,) = (home / "data" / "backups").iterdir()
    data = (folder / "previous.json").read_bytes()
    foreign = (
        "mine",
        "2026 by hand",
        "previous.sync-conflict-20260105-080000-ABC",
        "previous (bob's conflicted copy)",
    )
    for name in foreign:
        (folder / f"{name}.json").write_bytes(data)
    (folder / "lost-2026-11-20T101010.json").write_bytes(data)
    for lang, ours, other, lost in (
        ("en", "the first of that day", "not named by the program", "once had and lost"),
        ("zh", "当天的第一份", "不是程序起的名字", "曾有、后来缺失"),
    ):
        out = small(["backup", "list", "--lang", lang]).out
        lines = re.sub(r"\n {4,}", " ", out).splitlines()[1:-1]
        about = {name: line for line in lines for name in (*foreign, "lost-") if name in line}
        assert all(other in about[name] and ours not in about[name] for name in foreign), lines
        assert lost in about["lost-"]
        assert sum(ours in line for line in lines) == 1


def test_what_others_named_is_never_removed(small: Run, home: Path) -> None:
    small("done a.1")
    (folder,) = (home / "data" / "backups").iterdir()
    names = [f"previous.sync-conflict-2026010{n}-080000-ABC.json" for n in range(9)]
    names += [f"saved by me {n}.json" for n in range(20)]
    for name in names:
        (folder / name).write_bytes((home / "data/progress/small.json").read_bytes())
    for _ in range(16):
        small("backup now")
    assert set(names) <= {path.name for path in folder.iterdir()}
