"""Folders: made private, flushed to disk, and cleared of what a killed process left behind."""

import errno
import os
import sys

TEMP_PREFIX = ".llmroadmap-"
_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF)


def make_folders(folder: str) -> None:
    """Make `folder` and its missing parents, for the owner only, to stay after a power cut."""
    missing = []
    while folder and not os.path.isdir(folder):
        missing.append(folder)
        folder, child = os.path.split(folder)
        if not child:
            break
    for path in reversed(missing):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            if not os.path.isdir(path):
                raise
        handle = open_folder(os.path.dirname(path))
        try:
            sync_folder(handle)
        finally:
            close_handle(handle)


def open_folder(folder: str) -> int | None:
    """Return a handle on `folder` for `sync_folder`; None where the system has no such thing."""
    if sys.platform == "win32":
        return None
    try:
        return os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return None  # A folder that one may write into and not read: rare, and no reason to fail.


def sync_folder(handle: int | None) -> None:
    """Flush the folder's entries, so that a rename in it stays after a power cut."""
    if handle is None:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:  # Some network file systems cannot flush a folder.
            raise


def close_handle(handle: int | None) -> None:
    """Close a file or a folder.

    A network file system may complain only now, but what matters was flushed before.
    """
    if handle is not None:
        try:
            os.close(handle)
        except OSError:
            pass


def remove_stale_temps(folder: str) -> None:
    """Remove the temporary files of processes that died while they wrote into `folder`."""
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return
    for name in names:
        if name.startswith(TEMP_PREFIX) and name.endswith(".tmp") and not _is_owned(name):
            try:
                os.unlink(os.path.join(folder, name))
            except OSError:
                pass  # Another process was faster, or (on Windows) its owner has it open.


def temp_name() -> str:
    """Return a new name for a temporary file of this process."""
    return f"{TEMP_PREFIX}{os.getpid()}-{os.urandom(6).hex()}.tmp"


def _is_owned(name: str) -> bool:
    pid = name.removeprefix(TEMP_PREFIX).partition("-")[0]
    if not pid.isdecimal() or int(pid) == os.getpid():
        return True
    if sys.platform == "win32":
        return False  # There a file that is open cannot be removed, and signal 0 would kill.
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
