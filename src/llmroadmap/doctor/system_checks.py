"""Looks at what the program stands on, changing nothing: permissions, disk, terminal, libraries."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from llmroadmap import __version__
from llmroadmap.filesystem.errors import NoHome
from llmroadmap.results.check_result import Finding, from_error, note, passed, problem
from llmroadmap.storage.completion_scripts import SHELLS, has_line, script_location, source_line

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace

# Below the first, nothing can be written for long; below the second, soon.
_FULL, _NEARLY_FULL = 1_000_000, 50_000_000
_LIBRARIES = ("typer", "rich", "pydantic", "PyYAML", "platformdirs", "markdown-it-py", "anyascii")
_TYPER = ((0, 27), (0, 29))  # from, and below


def check_permissions(workspace: "Workspace") -> Iterator[Finding]:
    """See whether what must be written can be, and whether others can read it."""
    locations = workspace.locations
    progress = os.path.realpath(workspace.file.path)
    folders = [locations.data, os.path.dirname(progress), locations.backups, locations.config]
    found = []
    for path in dict.fromkeys([*folders, progress]):
        found += _permission(path)
    if not os.path.isdir(locations.data):
        parent = _nearest(locations.data)
        if not os.access(parent, os.W_OK | os.X_OK):
            found.append(
                problem("permissions", "cannot-create", path=locations.data, parent=parent)
            )
    yield from found or [passed("permissions", "permissions", path=locations.data)]


def _permission(path: str) -> list[Finding]:
    try:
        status = os.stat(path)
    except OSError:
        return []  # That it is missing or damaged is said elsewhere.
    needed = os.R_OK | os.W_OK | (os.X_OK if stat.S_ISDIR(status.st_mode) else 0)
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not os.access(path, needed):
        if mine:
            return [problem("permissions", "not-writable", path=path, mendable=True)]
        owner = _owner(status.st_uid)
        return [problem("permissions", "of-another", path=path, owner=owner)]
    if mine and sys.platform != "win32" and stat.S_IMODE(status.st_mode) & 0o077:
        mode = f"{stat.S_IMODE(status.st_mode):04o}"
        return [note("permissions", "others-can-read", path=path, mode=mode)]
    return []


def _owner(uid: int) -> str:
    """Return the name of a user, else the number."""
    try:
        import pwd  # POSIX, and only where a file is somebody else's

        return pwd.getpwuid(uid).pw_name
    except (ImportError, KeyError):
        return str(uid)


def check_disk(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the disk of the progress file has room and takes writes."""
    folder = _nearest(os.path.dirname(os.path.realpath(workspace.file.path)))
    if hasattr(os, "statvfs"):
        status = os.statvfs(folder)
        if status.f_flag & os.ST_RDONLY:
            yield problem("disk", "disk-read-only", path=folder)
            return
        if status.f_files and not status.f_favail:
            yield problem("disk", "disk-without-names", path=folder)
    free = shutil.disk_usage(folder).free
    if free < _FULL:
        yield problem("disk", "disk-full", path=folder, bytes=free)
    elif free < _NEARLY_FULL:
        yield note("disk", "disk-nearly-full", path=folder, bytes=free)
    else:
        yield passed("disk", "disk", path=folder, bytes=free)


def _nearest(path: str) -> str:
    """Return the folder itself, or the nearest one above it that is there."""
    while path and not os.path.isdir(path):
        above = os.path.dirname(path)
        if above == path:
            break
        path = above
    return path or "."


def check_encoding(workspace: "Workspace") -> Iterator[Finding]:
    """See which characters the output can show."""
    encoding = getattr(sys.stdout, "encoding", "") or ""
    if "utf" in encoding.lower():
        yield passed("encoding", "encoding", encoding=encoding, lang=workspace.lang)
    else:
        yield note("encoding", "encoding-poor", encoding=encoding or "?", lang=workspace.lang)


def check_completion(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the shell completes the names of commands and steps."""
    shell = os.path.basename(workspace.environ.get("SHELL", ""))
    if shell not in SHELLS:
        yield passed("completion", "completion-other-shell", name=shell or "?")
        return
    try:
        there = script_location(shell, workspace.environ)
    except NoHome as error:
        yield from_error("completion", error)
        return
    if not os.path.exists(there.script):
        yield note("completion", "completion-none", name=shell)
    elif there.rc_file and not has_line(there.rc_file, source_line(there.script)):
        yield note("completion", "completion-unread", name=shell, path=there.rc_file)
    else:
        yield passed("completion", "completion", name=shell, path=there.script)


def check_versions(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the libraries are there, and of versions that the program was tested with."""
    found, missing = {"python": ".".join(map(str, sys.version_info[:3]))}, []
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            missing.append(name)
    all_of_them = ", ".join(f"{name} {number}" for name, number in found.items())
    yield passed("versions", "versions", program=__version__, versions=all_of_them)
    if missing:
        yield problem("versions", "libraries-missing", names=", ".join(missing))
    if "typer" in found and not _TYPER[0] <= _numbers(found["typer"]) < _TYPER[1]:
        yield note("versions", "typer-untested", version=found["typer"])


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:2] if part.isdigit())
