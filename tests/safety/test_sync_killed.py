"""`sync` killed or refused at any of its writes: nothing is lost, and the next one ends the work."""

import shutil
from pathlib import Path

import pytest

from llmroadmap.storage.progress_format import decode, encode
from safety.program import Program, needs_strace
from safety.test_killed import KILLED, injected
from trees import event

THEIRS = [event("done", "a.code", 1, device="other")]
COPIED = [event("done", "b.1", 2, device="test")]


@pytest.fixture
def cloud(program: Program, tmp_path: Path) -> Path:
    """A folder with another machine's file; beside the own progress lies a conflicting copy."""
    folder = tmp_path / "cloud"
    (folder / "llmroadmap/small").mkdir(parents=True)
    (folder / "llmroadmap/small/other-1.json").write_bytes(encode(THEIRS, "small"))
    program.progress.with_name("small 2.json").write_bytes(encode(COPIED, "small"))
    return folder


def interfere(program: Program, cloud: Path, tmp_path: Path, how: str, step: int) -> int:
    line = f"sync {cloud}"
    kept, kept_cloud = tmp_path / "kept", tmp_path / "kept-cloud"
    program.keep(kept)
    shutil.copytree(cloud, kept_cloud)
    mine = program.events()

    def back() -> None:
        program.back_to(kept)
        shutil.rmtree(cloud)
        shutil.copytree(kept_cloud, cloud)

    calls = program.calls(line, tmp_path / "log")
    points = [point for point, _ in calls][::-step]
    for point in points:
        back()
        ran = program.traced(line, *injected(point, how))
        if how.startswith("signal"):
            assert ran.status == KILLED, (point, ran)
        assert (cloud / "llmroadmap/small/other-1.json").read_bytes() == encode(THEIRS, "small")
        assert program.run(line).status == 0, point
        assert {e["id"] for e in program.events()} == {
            e["id"] for e in [*mine, *THEIRS, *COPIED]
        }, point
        files = [path for path in cloud.rglob("*") if path.is_file()]
        own = {e["id"] for path in files for e in decode(path.read_bytes(), "small", str(path))}
        assert own == {e["id"] for e in program.events()}, point
        assert program.unmatched_items() == []
        assert program.run("doctor").status == 0, point
    return len(points)


@needs_strace
def test_sync_is_killed_at_its_writes(program: Program, cloud: Path, tmp_path: Path) -> None:
    assert interfere(program, cloud, tmp_path, "signal=KILL", step=9) >= 3


@needs_strace
@pytest.mark.long
@pytest.mark.parametrize("how", ["signal=KILL", "error=ENOSPC", "error=EIO"])
def test_sync_is_stopped_at_every_write(
    program: Program, cloud: Path, tmp_path: Path, how: str
) -> None:
    assert interfere(program, cloud, tmp_path, how, step=1) >= 30
