"""Where there is no home, or an odd one: files go where they belong, or nowhere."""

import os
import sys
from pathlib import Path

import pytest

from safety.program import Program, needs_posix

pytestmark = needs_posix
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders as on Linux")


def system_home(home: Path, **more: str) -> dict[str, str]:
    """The surroundings of somebody who has set nothing but HOME."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LLMROADMAP_HOME")
    return {"HOME": str(home), **dict.fromkeys(names, "unset"), **more}


@linux
def test_a_home_without_any_folder(tmp_path: Path) -> None:
    program = Program(tmp_path)
    home = tmp_path / "me"
    home.mkdir()
    environ = system_home(home)
    assert program.run("status", **environ).status == 0
    assert program.run("done a.1", **environ).status == 0
    assert (home / ".local/share/llmroadmap/progress/small.json").exists()
    owned = {path.name for path in home.rglob("llmroadmap")}
    assert owned == {"llmroadmap"}
    assert {path.name for path in home.iterdir()} <= {".local", ".cache", ".config"}


@linux
def test_the_folders_that_xdg_names(tmp_path: Path) -> None:
    program = Program(tmp_path)
    environ = system_home(tmp_path / "none", XDG_DATA_HOME=str(tmp_path / "d"))
    environ["XDG_CACHE_HOME"] = str(tmp_path / "c")
    assert program.run("done a.1", **environ).status == 0
    assert (tmp_path / "d/llmroadmap/progress/small.json").exists()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("home", ["", "relative/home"])
def test_no_home_is_told_and_nothing_is_written_here(tmp_path: Path, home: str) -> None:
    program = Program(tmp_path)
    environ = system_home(tmp_path) | {"HOME": home}
    for line in ("status", "done a.1"):
        ran = program.run(line, before=lambda: os.chdir(tmp_path), **environ)
        assert (ran.status, ran.out) == (1, "")
        assert "home folder" in ran.err
        assert "LLMROADMAP_HOME" in ran.err
    assert list(tmp_path.iterdir()) == []
    named = program.run("status", **{**environ, "LLMROADMAP_HOME": str(tmp_path / "named")})
    assert named.status == 0


@linux
def test_a_home_that_does_not_exist_and_cannot(tmp_path: Path) -> None:
    program = Program(tmp_path)
    environ = system_home(Path("/proc/nowhere"))
    assert program.run("status", **environ).status == 0
    assert program.run("next", **environ).status == 0
    ran = program.run("done a.1", **environ)
    assert (ran.status, ran.out) == (1, "")
    assert "cannot be written" in ran.err
    assert program.run("doctor", **environ).status == 1


@pytest.mark.parametrize(
    "name", ["with space", "ünïcödé", "词向量", "a'b\"c", "$(touch x)", "x" * 200]
)
def test_names_of_any_kind(tmp_path: Path, name: str) -> None:
    program = Program(tmp_path / name)
    for line in ("done a.1", "backup now", "status", "undo", "doctor"):
        ran = program.run(line, before=lambda: os.chdir(tmp_path))
        assert ran.status == 0, ran
    assert {path.name for path in tmp_path.iterdir()} == {name}


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    odd = os.fsdecode(b"caf\xe9")
    try:
        (tmp_path / odd).mkdir()
    except OSError:
        pytest.skip("this disk takes no such name")
    program = Program(tmp_path / odd)
    for line in ("done a.1", "status", "paths", "paths --json", "backup now", "doctor"):
        ran = program.run(line)
        assert ran.status == 0, ran
    assert len(program.events()) == 1


def test_an_id_leaves_no_folder_of_ours(tmp_path: Path) -> None:
    """A roadmap cannot name its progress file out of the folder."""
    for odd in ("../../escaped", "/tmp/escaped", "..", "a/b", "a\\\\b", "CON", "x\\0y"):
        roadmap = tmp_path / "odd.yaml"
        roadmap.write_text(f'format: 1\nid: "{odd}"\ntitle: T\nstages: []\n')
        program = Program(tmp_path / "home", roadmap)
        ran = program.run("done a.1")
        assert ran.status in (1, 2)
        assert "roadmap" in ran.err
    made = {path.name for path in tmp_path.iterdir()}
    assert made <= {"odd.yaml", "home"}
    assert not list(tmp_path.rglob("escaped*"))
