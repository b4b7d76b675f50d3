"""A disk that is really full or read-only: one error, the old file whole, and afterwards it works."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from llmroadmap.filesystem.errors import CannotWrite
from llmroadmap.storage.restore import restore
from storage.one_change import append, event, progress_file

Mount = Callable[[str], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Mount]]:
    """A small disk of its own, and the way to mount it again with other options."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options: str) -> None:
        line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if os.geteuid() != 0 or subprocess.run(line, capture_output=True, check=False).returncode:
            pytest.skip("only root can mount a disk")

    mount("size=256k,mode=700")
    try:
        yield place, mount
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(place: Path, left: int = 0) -> Path:
    """Fill the disk but for `left` bytes."""
    ballast = place / "ballast"
    size = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize - left
    with ballast.open("wb") as stream:
        stream.write(b"x" * max(size, 0))
    return ballast


@pytest.mark.parametrize("left", [0, 4096, 8192])
@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-25"])
def test_a_full_disk(disk: tuple[Path, Mount], left: int, day: str) -> None:
    place, _ = disk
    file = progress_file(str(place))
    with file.change(today="2026-11-24") as change:
        change.append([event(str(number)) for number in range(200)])
    append(file, "last")
    before = (place / "llm.json").read_bytes()
    ballast = fill(place, left)
    with pytest.raises(CannotWrite) as caught:
        append(file, "one too many", day)
    assert caught.value.errno_name == "ENOSPC"
    assert (place / "llm.json").read_bytes() == before
    assert len(file.read()) == 201
    assert list(place.rglob(".llmroadmap-*")) == []
    ballast.unlink()
    append(file, "again", day)
    assert len(file.read()) == 202


def test_a_full_disk_from_the_start(disk: tuple[Path, Mount]) -> None:
    place, _ = disk
    file = progress_file(str(place))
    ballast = fill(place)
    with pytest.raises(CannotWrite) as caught:
        append(file, "1")
    assert caught.value.errno_name == "ENOSPC"
    assert file.read() == []
    ballast.unlink()
    append(file, "1")
    assert len(file.read()) == 1


def test_restoring_on_a_full_disk(disk: tuple[Path, Mount]) -> None:
    place, _ = disk
    file = progress_file(str(place))
    for name in ("1", "2", "3"):
        append(file, name)
    damaged = (place / "llm.json").read_bytes()[:-20]
    (place / "llm.json").write_bytes(damaged)
    ballast = fill(place)
    with pytest.raises(CannotWrite):
        restore(file)
    assert (place / "llm.json").read_bytes() == damaged
    ballast.unlink()
    restore(file)
    assert [event["id"] for event in file.read()] == ["1", "2"]


def test_a_read_only_disk(disk: tuple[Path, Mount]) -> None:
    place, mount = disk
    file = progress_file(str(place))
    append(file, "1")
    mount("remount,ro")
    assert len(file.read()) == 1
    with pytest.raises(CannotWrite) as caught:
        append(file, "2")
    assert caught.value.errno_name == "EROFS"
    mount("remount,rw")
    append(file, "2")
    assert len(file.read()) == 2


def test_a_folder_that_vanished_under_the_lock(tmp_path: Path) -> None:
    file = progress_file(str(tmp_path / "home"))
    append(file, "1")
    with file.change() as change:
        (tmp_path / "home").rename(tmp_path / "gone")
        # The whole home is gone, backups and all: that is a first run, and the old one is whole.
        change.append([event("2")])
    assert len(progress_file(str(tmp_path / "gone")).read()) == 1
