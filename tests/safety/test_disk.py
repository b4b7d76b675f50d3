"""A disk that takes nothing more: one message, the old file whole, status 1, and life goes on."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from safety.program import STEPS, Program, as_others_are, needs_posix

pytestmark = needs_posix
resource = pytest.importorskip("resource")


def refused(program: Program, line: str, said: str, **how: object) -> None:
    """Assert that a line fails with one message and changes nothing."""
    before = program.progress.read_bytes()
    # Python itself would leave half a file of bytecode in the source, and fail on it ever after.
    ran = program.run(line, PYTHONDONTWRITEBYTECODE="1", **how)  # type: ignore[arg-type]
    assert ran.status == 1, ran
    assert ran.out == ""
    assert ran.err.startswith("Error: ")
    assert said in ran.err
    assert ran.err.count("Error: ") == 1
    assert program.progress.read_bytes() == before
    assert program.unmatched_items() == []


def no_larger_than(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("line", ["done a.2", "undo", "restore previous --yes", "backup now"])
def test_a_limit_on_the_size_of_files(program: Program, line: str) -> None:
    refused(program, line, "files this large", before=lambda: no_larger_than(100))
    assert program.run(line).status == 0
    assert program.run("status").status == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("line", ["done a.2", "undo", "restore previous --yes"])
def test_a_full_disk(small_disk: Path, line: str) -> None:
    program = Program(small_disk / "home")
    assert program.run("done a.1").status == 0
    assert program.run("done b.1").status == 0
    filler = small_disk / "filler"
    try:
        filler.write_bytes(b"x" * 100_000)
    except OSError:
        pass
    refused(program, line, "no space is left on the disk")
    assert program.run("status --json").data["done"] == 2
    assert program.run("next").status == 0
    assert program.run("doctor").status == 1
    filler.unlink()
    assert program.run(line).status == 0


def test_a_full_disk_at_the_very_first_tick(small_disk: Path) -> None:
    program = Program(small_disk / "home")
    filler = small_disk / "filler"
    try:
        filler.write_bytes(b"x" * 100_000)
    except OSError:
        pass
    ran = program.run("done a.1")
    assert (ran.status, ran.out) == (1, "")
    assert not program.progress.exists()
    assert program.run("status --json").data["done"] == 0
    filler.unlink()
    assert program.run("done a.1").status == 0


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_is_read_only(program: Program) -> None:
    folder = program.progress.parent
    folder.chmod(0o500)
    refused(program, "done a.2", "permission denied", before=as_others_are)
    assert program.run("status --json", before=as_others_are).data["done"] == 2
    checked = program.run("doctor --json", before=as_others_are)
    codes = {f["code"] for f in checked.data["findings"] if f["state"] == "wrong"}
    assert codes == {"not-writable"}
    mended = program.run("doctor --fix", before=as_others_are)
    assert mended.status == 0, mended
    assert program.run("done a.2", before=as_others_are).status == 0


@pytest.mark.usefixtures("unprivileged")
def test_a_home_that_is_read_only(program: Program) -> None:
    """What only looks needs no leave to write: neither a cache nor a lock."""
    shutil.rmtree(program.home / "cache")
    for folder in [program.home, *filter(Path.is_dir, program.home.rglob("*"))]:
        folder.chmod(0o500)
    for line in ("status", "next", "today", "backup", "doctor"):
        ran = program.run(line, before=as_others_are)
        assert ran.status == (1 if line == "doctor" else 0), (line, ran)
    refused(program, "done a.2", "permission denied", before=as_others_are)
    for folder in [program.home, *filter(Path.is_dir, program.home.rglob("*"))]:
        folder.chmod(0o700)


@pytest.mark.usefixtures("unprivileged")
@pytest.mark.parametrize("name", ["config/config.json", "data/progress/small.json", "roadmap"])
def test_a_file_that_may_not_be_read(program: Program, tmp_path: Path, name: str) -> None:
    path = program.home / name
    if name == "roadmap":
        path = program.roadmap = shutil.copy(program.roadmap, tmp_path / "mine.yaml")
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_text("{}")
    path.chmod(0o000)
    for line in ("status", "next", "done a.2"):
        ran = program.run(line, before=as_others_are)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(f"Error: {path} cannot be read: permission denied.")
    path.chmod(0o600)
    assert program.run("done a.2").status == 0


def test_a_folder_that_vanished(program: Program) -> None:
    shutil.rmtree(program.progress.parent)
    refusals = [program.run(line) for line in ("status", "next", "done a.2", "undo")]
    for ran in refusals:
        assert ran.status == 1
        assert "is gone" in ran.err
        assert "llmroadmap restore" in ran.err
    assert program.run("restore --yes").status == 0
    assert program.run("status --json").data["done"] == 1
    shutil.rmtree(program.home / "data")  # All gone: that is a new beginning.
    assert program.run("status --json").data["done"] == 0
    assert program.run("done a.1").status == 0


@pytest.mark.parametrize("name", ["data/progress/small.json", "config/config.json"])
def test_a_folder_in_the_place_of_a_file(program: Program, name: str) -> None:
    path = program.home / name
    if path.exists():
        path.unlink()
    path.mkdir(parents=True)
    ran = program.run("status")
    assert ran.status == 1
    assert str(path) in ran.err
    assert "folder" in ran.err
    assert program.run("doctor").status == 1


@pytest.mark.parametrize("name", ["data", "data/progress", "data/locks", "data/backups", "cache"])
def test_a_file_in_the_place_of_a_folder(tmp_path: Path, name: str) -> None:
    program = Program(tmp_path / "home")
    path = program.home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    ran = program.run("done a.1")
    if ran.status:
        assert ran.err.startswith("Error: ")
        assert not program.progress.exists()
    else:
        assert len(program.events()) == 1
    looked = program.run("status")
    if "progress" in name or name == "data":  # Where progress is to be, a file is no empty folder.
        assert looked.status == 1
        assert "a part of its path is a file, not a folder" in looked.err
        assert program.run("doctor").status == 1
    else:
        assert looked.status == 0
    assert path.read_text() == "mine"


def test_a_link_and_a_mode_are_kept(program: Program, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "llm.json"
    real.parent.mkdir()
    program.progress.rename(real)
    program.progress.symlink_to(real)
    real.chmod(0o640)
    for line in ("done a.2", "undo", "restore previous --yes"):
        assert program.run(line).status in (0, 2)
        assert program.progress.is_symlink()
        assert real.stat().st_mode & 0o777 == 0o640
    real.unlink()
    ran = program.run("status")
    assert ran.status == 1
    assert "is a link to" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_what_the_program_makes_is_private(program: Program) -> None:
    for path in program.home.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert [event["item"] for event in program.events()] == [STEPS[0], STEPS[3]]
