"""Files are replaced whole and durably, or stay as they were."""

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from llmroadmap.filesystem import files
from llmroadmap.filesystem.errors import (
    CannotRead,
    CannotWrite,
    ChangedMeanwhile,
    LinkRefused,
    NotAFile,
    TooBig,
)
from llmroadmap.filesystem.files import (
    Pieces,
    fingerprint,
    read_ends,
    read_pieces,
    read_whole,
    real_file,
    write_atomically,
)

is_root = os.geteuid() == 0


def temps(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_file_and_its_folders_are_private(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    written = write_atomically(str(path), b"one")
    assert path.read_bytes() == b"one"
    assert written == fingerprint(str(path))
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("file", b"one")
    assert (tmp_path / "file").read_bytes() == b"one"


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o644, 0o400])
def test_mode_of_an_existing_file_is_kept(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(kept)
    write_atomically(str(path), b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", kept)


@pytest.mark.skipif(not is_root, reason="only root can give a file away")
def test_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    write_atomically(str(path), b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_links_stay_links_and_their_file_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "real"
    real.parent.mkdir()
    real.write_bytes(b"old")
    (tmp_path / "middle").symlink_to("dotfiles/real")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "middle")
    write_atomically(str(link), b"new")
    assert link.is_symlink() and (tmp_path / "middle").is_symlink()
    assert not real.is_symlink() and real.read_bytes() == b"new"
    assert fingerprint(str(link)) == fingerprint(str(real))


def test_linked_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "data").symlink_to("real")
    write_atomically(str(tmp_path / "data" / "file"), b"new")
    assert (tmp_path / "data").is_symlink()
    assert (tmp_path / "real" / "file").read_bytes() == b"new"


@pytest.mark.skipif(not is_root, reason="only root can give a file away")
def test_link_to_somebody_elses_file_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"theirs")
    os.chown(real, 1234, 1234)
    link = tmp_path / "link"
    link.symlink_to(real)
    with pytest.raises(LinkRefused) as caught:
        write_atomically(str(link), b"new")
    assert caught.value.target == str(real)
    assert real.read_bytes() == b"theirs"


def test_fingerprint_knows_a_change_and_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert fingerprint(str(path)) is None
    assert fingerprint(str(path / "below")) is None
    seen = {write_atomically(str(path), b"same") for _ in range(5)}
    assert len(seen) == 5
    assert fingerprint(str(path)) in seen


def test_only_what_we_saw_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(ChangedMeanwhile):
        write_atomically(str(path), b"new", replacing="1-2-3-4")
    assert not path.exists()
    seen = write_atomically(str(path), b"one", replacing=None)
    path.write_bytes(b"an editor's")
    for stale in (seen, None):
        with pytest.raises(ChangedMeanwhile):
            write_atomically(str(path), b"new", replacing=stale)
    assert path.read_bytes() == b"an editor's"
    assert temps(tmp_path) == []
    write_atomically(str(path), b"new", replacing=fingerprint(str(path)))
    assert path.read_bytes() == b"new"


def test_temporary_files_of_the_dead_are_removed_and_of_the_living_are_not(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    alive = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        ours, theirs = f".llmroadmap-{os.getpid()}-aa.tmp", f".llmroadmap-{alive.pid}-aa.tmp"
        kept = [ours, theirs, ".llmroadmap-x.tmp", ".llmroadmap-99999999999999999999-a.tmp"]
        for name in (*kept, f".llmroadmap-{gone.pid}-aa.tmp"):
            (tmp_path / name).write_bytes(b"")
        write_atomically(str(tmp_path / "file"), b"new")
        assert sorted(temps(tmp_path)) == sorted(kept)
    finally:
        alive.communicate(b"\n")


FAULTS = [
    ("open", errno.EACCES),
    ("open", errno.EROFS),
    ("open", errno.EMFILE),
    ("write", errno.ENOSPC),
    ("write", errno.EDQUOT),
    ("write", errno.EIO),
    ("fchmod", errno.EPERM),
    ("fsync", errno.EIO),
    ("fsync", errno.ENOSPC),
    ("replace", errno.EACCES),
    ("replace", errno.EIO),
    ("replace", errno.EXDEV),
]


@pytest.mark.parametrize(("call", "number"), FAULTS)
def test_every_failure_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, call, fail)
    with pytest.raises(CannotWrite) as caught:
        write_atomically(str(path), b"new")
    monkeypatch.undo()
    assert caught.value.errno_name == errno.errorcode[number]
    assert not caught.value.replaced
    assert path.read_bytes() == b"old"
    assert temps(tmp_path) == []
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"


def test_a_write_cut_short_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(files.os, "write", lambda handle, data: whole(handle, bytes(data[:3])))
    write_atomically(str(tmp_path / "file"), b"0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupt: type[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise interrupt

    monkeypatch.setattr(files.os, "replace", fail)
    with pytest.raises(interrupt):
        write_atomically(str(tmp_path / "file"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_fails_to_flush_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fail_on_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "")
        real(handle)

    monkeypatch.setattr(files.os, "fsync", fail_on_folders)
    with pytest.raises(CannotWrite) as caught:
        write_atomically(str(tmp_path / "file"), b"new")
    assert caught.value.replaced
    assert (tmp_path / "file").read_bytes() == b"new"
    assert temps(tmp_path) == []


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_file_systems_that_cannot_flush_a_folder_are_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = os.fsync

    def fail_on_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "")
        real(handle)

    monkeypatch.setattr(files.os, "fsync", fail_on_folders)
    write_atomically(str(tmp_path / "file"), b"new")


def test_a_file_over_the_limit_of_the_shell_fails_cleanly(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(CannotWrite) as caught:
            write_atomically(str(path), b"x" * 20_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.errno_name == "EFBIG"
    assert path.read_bytes() == b"old"
    assert temps(tmp_path) == []


@pytest.mark.skipif(is_root, reason="root may write everywhere")
def test_a_read_only_folder_fails_cleanly(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite) as caught:
            write_atomically(str(tmp_path / "file"), b"new")
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.errno_name == "EACCES"
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("place", ["file/below", "file/below/further"])
def test_a_file_where_a_folder_should_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(CannotWrite):
        write_atomically(str(tmp_path / place), b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_what_is_no_file_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    for kind in ("folder", "fifo"):
        for act in (lambda p: write_atomically(p, b"new"), lambda p: read_whole(p, 100)):
            with pytest.raises(NotAFile) as caught:
                act(str(tmp_path / kind))
            assert caught.value.kind == kind
    assert (tmp_path / "folder").is_dir() and (tmp_path / "fifo").is_fifo()
    assert temps(tmp_path) == []


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    seen = write_atomically(str(path), b"x" * 100)
    assert read_whole(str(path), 100) == (b"x" * 100, seen)
    with pytest.raises(TooBig) as caught:
        read_whole(str(path), 99)
    assert (caught.value.size, caught.value.limit) == (100, 99)
    with pytest.raises(FileNotFoundError):
        read_whole(str(tmp_path / "none"), 99)


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    for act in (fingerprint, real_file, lambda path: read_whole(path, 100)):
        with pytest.raises(CannotRead) as caught:
            act(str(loop))
        assert (caught.value.path, caught.value.errno_name) == (str(loop), "ELOOP")
    assert loop.is_symlink()

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "")

    (tmp_path / "file").write_bytes(b"old")
    seen = fingerprint(str(tmp_path / "file")) or ""
    acts: list[tuple[str, Callable[[str], object]]] = [
        ("stat", fingerprint),
        ("lstat", real_file),
        ("open", lambda path: read_whole(path, 9)),
        ("read", lambda path: read_ends(path, seen, 1, 1)),
        ("read", lambda path: list(read_pieces(path, seen))),
    ]
    for call, act in acts:
        with monkeypatch.context() as patch:
            patch.setattr(files.os, call, fail)
            with pytest.raises(CannotRead) as caught:
                act(str(tmp_path / "file"))
        assert caught.value.errno_name == "EIO"


def test_the_ends_and_the_pieces_of_a_file(tmp_path: Path) -> None:
    path = str(tmp_path / "file")
    data = bytes(range(256)) * 1000
    seen = write_atomically(path, (piece for piece in (data[:9], b"", data[9:])))
    assert read_ends(path, seen, 3, 4) == (data[:3], data[-4:], len(data))
    assert read_ends(path, seen, 3, len(data) + 1)[1] == data
    assert b"".join(read_pieces(path, seen)) == data
    assert b"".join(read_pieces(path, seen, 70_000)) == data[:70_000]
    assert list(read_pieces(path, seen, 0)) == []


def test_pieces_of_another_file_than_the_one_that_was_seen(tmp_path: Path) -> None:
    path = tmp_path / "file"
    seen = write_atomically(str(path), b"x" * 100_000)
    pieces = read_pieces(str(path), seen)
    next(pieces)
    os.truncate(path, 65_536)
    with pytest.raises(ChangedMeanwhile):
        list(pieces)
    for spoil in (lambda: path.write_bytes(b"x" * 100_000), path.unlink):
        spoil()
        with pytest.raises(ChangedMeanwhile):
            list(read_pieces(str(path), seen))
        with pytest.raises(ChangedMeanwhile):
            read_ends(str(path), seen, 1, 1)


def test_a_file_that_shrinks_while_its_next_one_is_made_of_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    seen = write_atomically(str(path), b"old" * 30_000)

    def shrinking() -> Pieces:
        for piece in read_pieces(str(path), seen):
            yield piece
            os.truncate(path, 65_536)

    with pytest.raises(ChangedMeanwhile):
        write_atomically(str(path), shrinking(), replacing=seen)
    assert path.read_bytes() == (b"old" * 30_000)[:65_536]
    assert os.listdir(tmp_path) == ["file"]


def test_a_file_that_is_being_written_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"half")
    real, calls = files._read_once, []

    def read_while_written(place: str, limit: int) -> tuple[bytes, str, str]:
        data, before, after = real(place, limit)
        calls.append(data)
        if len(calls) == 1:
            path.write_bytes(b"the whole")
            after = fingerprint(place) or ""
        return data, before, after

    monkeypatch.setattr(files, "_read_once", read_while_written)
    assert read_whole(str(path), 100) == (b"the whole", fingerprint(str(path)))
    assert calls == [b"half", b"the whole"]


@pytest.mark.parametrize("refusals", [3, 99])
def test_a_reader_on_windows_delays_the_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    (tmp_path / "temp").write_bytes(b"new")
    real, tries = os.replace, []

    def refuse(source: str, target: str) -> None:
        tries.append(1)
        if len(tries) <= refusals:
            raise PermissionError(errno.EACCES, "")
        real(source, target)

    monkeypatch.setattr(files.os, "replace", refuse)
    monkeypatch.setattr(files.time, "sleep", lambda _: None)
    arguments = (str(tmp_path / "temp"), str(tmp_path / "file"))
    if refusals == 3:
        files._replace_on_windows(*arguments)
        assert (tmp_path / "file").read_bytes() == b"new"
    else:
        with pytest.raises(PermissionError):
            files._replace_on_windows(*arguments)
        assert len(tries) == 20
