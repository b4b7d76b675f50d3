"""Whole files: read at once, and replaced at once or not at all."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Generator

from llmroadmap.filesystem import fingerprint_of
from llmroadmap.filesystem.errors import (
    CannotRead,
    CannotWrite,
    ChangedMeanwhile,
    LinkRefused,
    NotAFile,
    TooBig,
)
from llmroadmap.filesystem.folders import (
    close_handle,
    make_folders,
    open_folder,
    remove_stale_temps,
    sync_folder,
    temp_name,
)

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_BLOCK: int = getattr(os, "O_NONBLOCK", 0)  # Opening a FIFO must not wait for its writer.
_ONE_TICK = 20_000_000  # nanoseconds; a tick of the kernel is 10 ms at most
_PIECE = 1 << 16  # bytes; the same memory serves for one piece after the other
Pieces = Generator[bytes, None, None]
_KINDS = {
    stat.S_IFDIR: "folder",
    stat.S_IFIFO: "fifo",
    stat.S_IFSOCK: "socket",
    stat.S_IFCHR: "device",
    stat.S_IFBLK: "device",
}


def fingerprint(path: str) -> str | None:
    """Return what changes whenever the real file at `path` does; None where there is none.

    Raises CannotRead.
    """
    try:
        return fingerprint_of(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error


def is_settled(fingerprint: str) -> bool:
    """Tell whether a file was last changed so long ago that the next change has another time.

    What is made from a younger one must not be kept: its time stamps are as coarse as the clock of
    the file system, and an editor may write to it twice within one tick.
    """
    try:
        return abs(time.time_ns() - int(fingerprint.split("-")[1])) > _ONE_TICK
    except (IndexError, ValueError):
        return False


def errno_name(error: OSError) -> str:
    """Return the system's short name for an error, such as ENOSPC or EACCES."""
    return errno.errorcode.get(error.errno or 0, "EUNKNOWN")


def real_file(path: str) -> str:
    """Return the path of the file itself, behind a symbolic link of the same owner.

    The file need not exist; of a link, it is where the link leads.

    Raises LinkRefused and CannotRead.
    """
    try:
        link = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
    if not stat.S_ISLNK(link.st_mode):
        return path
    target = os.path.realpath(path)
    try:
        owner = os.stat(target).st_uid
    except FileNotFoundError:
        return target
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
    if owner != link.st_uid:
        raise LinkRefused(path, target)
    return target


def read_whole(path: str, limit: int) -> tuple[bytes, str]:
    """Return the bytes of the file and their fingerprint; `FileNotFoundError` where there is none.

    A program that writes the file in place meanwhile makes us read again, a few times.

    Raises CannotRead.
    """
    try:
        for _ in range(5):
            data, before, after = _read_once(path, limit)
            if before == after:
                break
            time.sleep(0.01)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
    return data, before


def _open(path: str) -> int:
    return os.open(path, os.O_RDONLY | _BINARY | _NO_BLOCK)


def _read_once(path: str, limit: int) -> tuple[bytes, str, str]:
    handle = _open(path)
    try:
        status = os.fstat(handle)
        _check_kind(path, status)
        if status.st_size > limit:
            raise TooBig(path, status.st_size, limit)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(status.st_size + 1)
        return data, fingerprint_of(status), fingerprint_of(os.fstat(handle))
    finally:
        close_handle(handle)


def read_ends(path: str, seen: str, first: int, last: int) -> tuple[bytes, bytes, int]:
    """Return the file's first and last bytes, so many of each, and its size.

    Raises ChangedMeanwhile where the fingerprint is not `seen`.

    Raises CannotRead.
    """
    try:
        handle = _open_same(path, seen)
        try:
            size = os.fstat(handle).st_size
            begin = os.read(handle, first)
            os.lseek(handle, max(size - last, 0), os.SEEK_SET)
            return begin, os.read(handle, last), size
        finally:
            close_handle(handle)
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error


def read_pieces(path: str, seen: str, size: int | None = None) -> Pieces:
    """Yield the file's first `size` bytes, or all, piece by piece.

    Raises ChangedMeanwhile where the fingerprint is not `seen`, before the first of them or behind
    the last: whoever writes into the file meanwhile must not leave us with half of each.

    Raises CannotRead.
    """
    try:
        handle = _open_same(path, seen)
        try:
            rest = os.fstat(handle).st_size if size is None else size
            while rest:
                piece = os.read(handle, min(rest, _PIECE))
                if not piece:
                    raise ChangedMeanwhile(path)
                rest -= len(piece)
                yield piece
            if fingerprint_of(os.fstat(handle)) != seen:
                raise ChangedMeanwhile(path)
        finally:
            close_handle(handle)
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error


def _open_same(path: str, seen: str) -> int:
    try:
        handle = _open(path)
    except FileNotFoundError as error:
        raise ChangedMeanwhile(path) from error
    if fingerprint_of(os.fstat(handle)) != seen:
        close_handle(handle)
        raise ChangedMeanwhile(path)
    return handle


def _check_kind(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(path, _KINDS.get(stat.S_IFMT(status.st_mode), "device"))


def write_atomically(
    path: str,
    data: bytes | Pieces,
    *,
    replacing: str | None = "",
    at_last: Callable[[str], None] | None = None,
) -> str:
    """Replace the file at `path` by `data`, durably, or leave it as it is; return its fingerprint.

    `data` may come in pieces, and be made of the old file.
    A symbolic link stays one, its real file is replaced; a mode is kept, a new file is 0600. With
    `replacing`, the file must still have that fingerprint (None: not exist) just before. `at_last`
    is called with the real path when only the rename is left to do.

    Raises CannotWrite.
    """
    real = real_file(path)
    folder = os.path.dirname(real)
    handle = None
    try:
        make_folders(folder)
        remove_stale_temps(folder)
        handle = open_folder(folder)
        result = _replace(real, data, replacing, at_last)
        _sync_after(real, handle)
        return result
    except OSError as error:
        raise CannotWrite(real, errno_name(error)) from error
    finally:
        close_handle(handle)
        if not isinstance(data, bytes):
            data.close()  # It may hold a file open, if something else failed.


def _sync_after(real: str, folder: int | None) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        raise CannotWrite(real, errno_name(error), replaced=True) from error


def _replace(
    real: str,
    data: bytes | Pieces,
    replacing: str | None,
    at_last: Callable[[str], None] | None,
) -> str:
    old = _status(real)
    temp = os.path.join(os.path.dirname(real), temp_name())
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        try:
            _fill(handle, data, old)
            if replacing != "" and fingerprint(real) != replacing:
                raise ChangedMeanwhile(real)
            if at_last is not None:
                at_last(real)
            written = os.fstat(handle)
            if sys.platform != "win32":
                os.replace(temp, real)
                return fingerprint_of(written, os.fstat(handle))
        finally:
            close_handle(handle)
        _replace_on_windows(temp, real)
        return fingerprint_of(written, os.stat(real))
    except BaseException:
        _discard(temp)
        raise


def _status(real: str) -> os.stat_result | None:
    try:
        status = os.stat(real)
    except FileNotFoundError:
        return None
    _check_kind(real, status)
    return status


def _fill(handle: int, data: bytes | Pieces, old: os.stat_result | None) -> None:
    for piece in [data] if isinstance(data, bytes) else data:
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest) :]
    if old is not None and sys.platform != "win32":
        _keep_owner(handle, old)
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
    os.fsync(handle)


def _keep_owner(handle: int, old: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.fchown(handle, old.st_uid, old.st_gid)
        except PermissionError:
            pass  # Only root can give a file away: then it is ours from now on.


def _replace_on_windows(temp: str, real: str) -> None:
    """Replace a file that a reader may have open for a moment, which only Windows minds."""
    for attempt in range(20):
        try:
            os.replace(temp, real)
            return
        except PermissionError:
            if attempt == 19:
                raise
            time.sleep(0.01 * attempt)


def _discard(temp: str) -> None:
    try:
        os.unlink(temp)
    except OSError:
        pass
