"""There is always a way back, and the way back can be gone back on."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from llmroadmap.filesystem.errors import CannotWrite, Locked
from llmroadmap.storage import backups as backups_module
from llmroadmap.storage.errors import NoSuchBackup, ProgressDamaged, ProgressMissing, ProgressNewer
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.restore import restore


def event(name: str, **more: Any) -> Any:
    return {"id": name, "at": "2026-11-24T10:00:00+01:00", "do": "done", "item": "hf.1", **more}


@pytest.fixture
def file(tmp_path: Path) -> ProgressFile:
    return ProgressFile(str(tmp_path / "llm.json"), str(tmp_path / "data"), "llm")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "llm.json"


def append(file: ProgressFile, name: str, day: str | None = None) -> None:
    with file.change(today=day) as change:
        change.append([event(name)])


def ids(file: ProgressFile) -> list[str]:
    return [event["id"] for event in file.read()]


def names(file: ProgressFile) -> list[str]:
    return [copy.name for copy in file.backups.listing()]


def folder(file: ProgressFile) -> Path:
    return Path(file.backups.folder)


def test_one_copy_a_day_from_before_its_first_change(file: ProgressFile) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-24"):
        for part in ("a", "b", "c"):
            append(file, day + part, day)
    found = {copy.name: copy.events for copy in file.backups.listing()}
    # Of the first day there was nothing before: it has its own first change.
    assert found.pop("previous") == 8
    assert found == {"2026-11-22": 1, "2026-11-23": 3, "2026-11-24": 6}
    assert file.backups.count() == 4


def test_copies_are_private(file: ProgressFile) -> None:
    append(file, "1")
    append(file, "2")
    assert folder(file).stat().st_mode & 0o777 == 0o700
    assert {copy.stat().st_mode & 0o777 for copy in folder(file).iterdir()} == {0o600}


def test_the_newest_first_with_day_count_and_size(file: ProgressFile, path: Path) -> None:
    append(file, "1", "2026-11-23")
    size = path.stat().st_size
    append(file, "2", "2026-11-24")
    append(file, "3", "2026-11-24")
    # The file's own time is the day of `previous`, whatever day the test says it is.
    newer, older = [copy for copy in file.backups.listing() if copy.name != "previous"]
    assert (newer.name, newer.day) == ("2026-11-24", "2026-11-24")
    assert (older.day, older.events, older.size) == ("2026-11-23", 1, size)
    assert older.path == str(folder(file) / "2026-11-23.json")


def test_fourteen_copies_then_one_a_month(file: ProgressFile) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 8) for day in range(1, 29, 3)]
    for day in days:
        append(file, day, day)
    left = sorted(name for name in names(file) if name != "previous")
    assert left[-14:] == days[-14:]
    # The newest of each month before those.
    assert left[:-14] == [f"2026-{month:02}-28" for month in range(1, 6)]
    assert len(file.read()) == len(days)


def test_a_clock_of_the_far_future_thins_nothing_out(file: ProgressFile) -> None:
    for day in ("2026-11-01", "2026-11-02", "2099-01-01", "2026-11-03"):
        append(file, day, day)
    assert set(names(file)) == {"2026-11-01", "2026-11-02", "2026-11-03", "2099-01-01", "previous"}


def test_a_damaged_file_never_replaces_a_good_copy(file: ProgressFile, path: Path) -> None:
    append(file, "1", "2026-11-23")
    append(file, "2", "2026-11-23")
    before = {copy.name: copy.read_bytes() for copy in folder(file).iterdir()}
    path.write_bytes(path.read_bytes()[:-20])
    for day in ("2026-11-23", "2026-11-24", "2026-11-25"):
        with pytest.raises(ProgressDamaged) as caught:
            append(file, "3", day)
        assert caught.value.backups == 2
    assert {copy.name: copy.read_bytes() for copy in folder(file).iterdir()} == before


def test_without_room_for_the_copy_nothing_is_changed(
    file: ProgressFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(file, "1", "2026-11-23")
    before = path.read_bytes()

    def full(_: int, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CannotWrite) as caught:
        append(file, "2", "2026-11-24")
    monkeypatch.undo()
    assert caught.value.path == str(folder(file) / "2026-11-24.json")
    assert path.read_bytes() == before


def test_a_first_change_counts_even_without_room_for_its_copy(
    file: ProgressFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = file.backups.save_daily

    def full(*_: object) -> None:
        raise CannotWrite("", "ENOSPC")

    monkeypatch.setattr(file.backups, "save_daily", full)
    append(file, "1", "2026-11-24")
    assert (ids(file), names(file)) == (["1"], [])
    monkeypatch.setattr(file.backups, "save_daily", real)
    append(file, "2", "2026-11-24")
    assert set(names(file)) == {"previous", "2026-11-24"}


def test_without_second_names_the_copy_of_the_day_remains(
    file: ProgressFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "")

    monkeypatch.setattr(backups_module.os, "link", refuse)
    for name in ("1", "2", "3"):
        append(file, name, "2026-11-24")
    assert (ids(file), names(file)) == (["1", "2", "3"], ["2026-11-24"])


def test_a_failed_change_leaves_the_previous_copy_and_no_rubbish(
    file: ProgressFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1", "2"):
        append(file, name, "2026-11-24")
    real = os.replace

    def refuse(source: str, target: str) -> None:
        if target == str(path):
            raise OSError(errno.EIO, "")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    for _ in range(2):
        with pytest.raises(CannotWrite):
            append(file, "3", "2026-11-24")
    monkeypatch.undo()
    assert sorted(p.name for p in folder(file).iterdir()) == ["2026-11-24.json", "previous.json"]
    append(file, "4")
    assert ids(file) == ["1", "2", "4"]
    assert file.backups.find("previous").events == 2


LOSSES = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(b"\0" * 4096),
    "a folder": lambda path: (path.unlink(), path.mkdir(), (path / "x").write_bytes(b"")),
    "a FIFO": lambda path: (path.unlink(), os.mkfifo(path)),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_of_a_lost_file_all_but_the_last_change_comes_back(
    file: ProgressFile, path: Path, loss: str
) -> None:
    for name in ("1", "2", "3"):
        append(file, name)
    LOSSES[loss](path)
    done = restore(file)
    assert (done.name, done.events, done.rescued) == ("previous", 2, 0)
    assert ids(file) == ["1", "2"]
    append(file, "4")
    assert ids(file) == ["1", "2", "4"]


def conflict(data: bytes) -> bytes:
    lines = data.split(b"\n")
    ours, theirs = lines[-3], lines[-3].replace(b'"3"', b'"4"')
    middle = [b"<<<<<<< HEAD", ours, b"=======", theirs, b">>>>>>> other"]
    return b"\n".join([*lines[:-3], *middle, *lines[-2:]])


DAMAGE = {
    "cut short": (lambda data: data[:-20], ["1", "2"], 0),
    "trailer lost": (lambda data: data[:-4], ["1", "2", "3"], 1),
    "bad byte in the last": (lambda data: data[:-10] + b"\xff" + data[-9:], ["1", "2"], 0),
    "bad byte in the first": (lambda data: data[:50] + b"\xff" + data[51:], ["1", "2", "3"], 1),
    "a field of the wrong type": (
        lambda data: data.replace(b'"item":"hf.1"', b'"item":7', 1),
        ["1", "2", "3"],
        1,
    ),
    "end of zeros": (lambda data: data[:-30] + b"\0" * 30, ["1", "2"], 0),
    "conflict": (conflict, ["1", "2", "3", "4"], 2),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_can_be_read_in_a_damaged_file_is_not_lost(
    file: ProgressFile, path: Path, damage: str
) -> None:
    for name in ("1", "2", "3"):
        append(file, name)
    change, expected, rescued = DAMAGE[damage]
    damaged = change(path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(ProgressDamaged):
        file.read()
    done = restore(file)
    assert (sorted(ids(file)), done.rescued) == (expected, rescued)
    assert done.events == len(expected)
    # The damaged bytes are kept too, and never taken for progress.
    assert done.kept_as is not None and done.kept_as.startswith("damaged-")
    assert (folder(file) / f"{done.kept_as}.json").read_bytes() == damaged
    with pytest.raises(NoSuchBackup):
        restore(file, done.kept_as)


def test_a_copy_chosen_by_name_comes_back_as_it_was(file: ProgressFile, path: Path) -> None:
    append(file, "1", "2026-11-23")
    append(file, "2", "2026-11-24")
    append(file, "3", "2026-11-24")
    whole = path.read_bytes()
    done = restore(file, "2026-11-24")
    assert (done.name, done.events, done.rescued) == ("2026-11-24", 1, 0)
    assert ids(file) == ["1"]
    # ... and the restore can be gone back on, byte for byte.
    assert done.kept_as is not None and done.kept_as.startswith("replaced-")
    restore(file, done.kept_as)
    assert path.read_bytes() == whole


def test_what_was_replaced_is_kept_once_for_each_restore(file: ProgressFile) -> None:
    append(file, "1", "2026-11-23")
    append(file, "2", "2026-11-24")
    kept = {restore(file, "2026-11-23").kept_as for _ in range(3)}
    assert len(kept) == 3
    assert kept < set(names(file))


def test_no_such_copy(file: ProgressFile) -> None:
    with pytest.raises(NoSuchBackup) as caught:
        restore(file)
    assert caught.value.names == []
    append(file, "1", "2026-11-24")
    append(file, "2", "2026-11-24")
    for which in ("2026-11-2", "../x", "", "2026-11-25"):
        with pytest.raises(NoSuchBackup) as caught:
            restore(file, which)
        assert set(caught.value.names) == {"previous", "2026-11-24"}
    assert ids(file) == ["1", "2"]


def test_a_damaged_copy_is_passed_over(file: ProgressFile, path: Path) -> None:
    append(file, "1", "2026-11-23")
    append(file, "2", "2026-11-24")
    (folder(file) / "previous.json").write_bytes(b"x")
    (folder(file) / "2026-11-24.json").unlink()
    (folder(file) / "2026-11-24.json").mkdir()
    path.write_bytes(b"")
    assert restore(file).name == "2026-11-23"
    assert ids(file) == ["1"]
    assert {copy.name for copy in file.backups.listing() if copy.events is None} >= {
        "previous",
        "2026-11-24",
    }


def test_restoring_keeps_link_and_mode(file: ProgressFile, path: Path, tmp_path: Path) -> None:
    append(file, "1")
    real = tmp_path / "dotfiles.json"
    path.rename(real)
    path.symlink_to(real)
    real.chmod(0o640)
    linked = ProgressFile(str(path), str(tmp_path / "data"), "llm")
    append(linked, "2")
    append(linked, "3")
    real.write_bytes(b"")
    restore(linked)
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert ids(linked) == ["1", "2"]


def test_restoring_behind_a_dangling_link(file: ProgressFile, path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "llm.json"
    real.parent.mkdir()
    real.write_bytes(b'{"format": 1, "roadmap": "llm", "events": [\n\n]}\n')
    path.symlink_to(real)
    linked = ProgressFile(str(path), str(tmp_path / "data"), "llm")
    append(linked, "1")
    append(linked, "2")
    shutil.rmtree(real.parent)
    with pytest.raises(ProgressMissing):
        linked.read()
    restore(linked)
    assert path.is_symlink()
    assert ids(linked) == ["1"]


def test_a_newer_format_is_not_replaced(file: ProgressFile, path: Path) -> None:
    append(file, "1")
    newer = b'{"format": 2, "roadmap": "llm", "log": []}'
    path.write_bytes(newer)
    with pytest.raises(ProgressNewer):
        restore(file)
    assert path.read_bytes() == newer


def test_restoring_waits_for_the_lock(file: ProgressFile) -> None:
    append(file, "1")
    with file.change(), pytest.raises(Locked):
        restore(file, timeout=0)


def test_a_full_disk_leaves_everything_as_it_was(
    file: ProgressFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(file, "1", "2026-11-23")
    append(file, "2", "2026-11-24")
    before = path.read_bytes()

    def full(_: int, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CannotWrite):
        restore(file, "2026-11-23")
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert set(names(file)) == {"2026-11-23", "2026-11-24", "previous"}


class TestAFileThatCameBackOlder:
    """A synchroniser or a checkout put an older file in its place: nothing acknowledged is lost."""

    @pytest.fixture
    def older(self, small: Run, home: Path) -> Path:
        path = home / "data/progress/small.json"
        small("done a.1")
        small("done a.2")
        before = path.read_bytes()
        for name in ("a.code", "b.1", "b.2"):
            small(f"done {name}")
        path.write_bytes(before)
        return path

    def test_is_told_and_mended(self, small: Run, older: Path) -> None:
        assert small("today --json").data["copies"] == 1
        assert "llmroadmap doctor --fix" in small("status").out
        assert small("doctor").status == 1
        assert small("doctor --fix").status == 0
        assert small("status --json").data["done"] == 4
        assert small("today --json").data["copies"] == 0

    def test_the_next_ticks_do_not_cost_the_copy(self, small: Run, older: Path) -> None:
        small("done c.note --yes")
        small("done c.paper --yes")
        assert small("doctor").status == 1
        small("doctor --fix")
        assert small("status --json").data["done"] == 6

    def test_a_restore_loses_nothing_that_would_have_to_be_told(
        self, small: Run, home: Path
    ) -> None:
        small("done a.1")
        small("backup now")
        small("done a.2")
        small("done b.1")
        [saved] = [c["name"] for c in small("backup --json").data["copies"] if "saved" in c["name"]]
        assert small(f"restore {saved} --yes").status == 0
        assert small("today --json").data["copies"] == 0
        assert small("doctor").status == 0


@pytest.mark.parametrize(
    "name", ["previous.sync-conflict-20260105-080000-ABC", "previous (bob's conflicted copy)", "z"]
)
def test_a_copy_is_as_new_as_what_is_in_it(small: Run, home: Path, name: str) -> None:
    path = home / "data/progress/small.json"
    small("done a.1")
    old = path.read_bytes()
    for step in ("a.2", "a.code", "b.1"):
        small(f"done {step}")
    [folder] = (home / "data/backups").iterdir()
    (folder / f"{name}.json").write_bytes(old)
    (folder / "empty.json").write_bytes(b"")
    assert small("backup").status == 0
    assert small("doctor").status == 0
    path.write_bytes(b"")
    assert small("restore --yes").status == 0
    assert small("status --json").data["done"] == 3
