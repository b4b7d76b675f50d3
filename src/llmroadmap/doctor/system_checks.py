"""Looks at what the program stands on, changing nothing: permissions, disk, terminal, libraries."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from llmroadmap import __version__
from llmroadmap.core.errors import NoHome
from llmroadmap.results.check_result import Finding, failed, fine, note, wrong
from llmroadmap.storage.completion_scripts import SHELLS, has_line, place, start_line

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace

# Below the first, nothing can be written for long; below the second, soon.
_FULL, _NEARLY_FULL = 1_000_000, 50_000_000
_LIBRARIES = ("typer", "rich", "pydantic", "PyYAML", "platformdirs", "markdown-it-py", "anyascii")
_TYPER = ((0, 27), (0, 29))  # from, and below


def check_permissions(workspace: "Workspace") -> Iterator[Finding]:
    """See whether what must be written can be, and whether others can read it."""
    places = workspace.locations
    progress = os.path.realpath(workspace.file.path)
    folders = [places.data, os.path.dirname(progress), places.backups, places.config]
    found = []
    for path in dict.fromkeys([*folders, progress]):
        found += _permission(path)
    if not os.path.isdir(places.data):
        parent = _nearest(places.data)
        if not os.access(parent, os.W_OK | os.X_OK):
            found.append(wrong("permissions", "cannot-create", path=places.data, parent=parent))
    yield from found or [fine("permissions", "permissions", path=places.data)]


def _permission(path: str) -> list[Finding]:
    try:
        status = os.stat(path)
    except OSError:
        return []  # That it is missing or damaged is said elsewhere.
    needed = os.R_OK | os.W_OK | (os.X_OK if stat.S_ISDIR(status.st_mode) else 0)
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not os.access(path, needed):
        return [wrong("permissions", "not-writable", path=path, mendable=mine)]
    if mine and sys.platform != "win32" and stat.S_IMODE(status.st_mode) & 0o077:
        mode = f"{stat.S_IMODE(status.st_mode):04o}"
        return [note("permissions", "others-can-read", path=path, mode=mode)]
    return []


def check_disk(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the disk of the progress file has room and takes writes."""
    folder = _nearest(os.path.dirname(os.path.realpath(workspace.file.path)))
    if hasattr(os, "statvfs"):
        status = os.statvfs(folder)
        if status.f_flag & os.ST_RDONLY:
            yield wrong("disk", "disk-read-only", path=folder)
            return
        if status.f_files and not status.f_favail:
            yield wrong("disk", "disk-without-names", path=folder)
    free = shutil.disk_usage(folder).free
    if free < _FULL:
        yield wrong("disk", "disk-full", path=folder, bytes=free)
    elif free < _NEARLY_FULL:
        yield note("disk", "disk-nearly-full", path=folder, bytes=free)
    else:
        yield fine("disk", "disk", path=folder, bytes=free)


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
        yield fine("encoding", "encoding", encoding=encoding, lang=workspace.lang)
    else:
        yield note("encoding", "encoding-poor", encoding=encoding or "?", lang=workspace.lang)


def check_completion(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the shell completes the names of commands and steps."""
    shell = os.path.basename(workspace.environ.get("SHELL", ""))
    if shell not in SHELLS:
        yield fine("completion", "completion-other-shell", name=shell or "?")
        return
    try:
        there = place(shell, workspace.environ)
    except NoHome as error:
        yield failed("completion", error)
        return
    if not os.path.exists(there.script):
        yield note("completion", "completion-none", name=shell)
    elif there.start_file and not has_line(there.start_file, start_line(there.script)):
        yield note("completion", "completion-unread", name=shell, path=there.start_file)
    else:
        yield fine("completion", "completion", name=shell, path=there.script)


def check_versions(workspace: "Workspace") -> Iterator[Finding]:
    """See whether the libraries are there, and of versions that the program was tested with."""
    found, missing = {"python": ".".join(map(str, sys.version_info[:3]))}, []
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            missing.append(name)
    all_of_them = ", ".join(f"{name} {number}" for name, number in found.items())
    yield fine("versions", "versions", program=__version__, versions=all_of_them)
    if missing:
        yield wrong("versions", "libraries-missing", names=", ".join(missing))
    if "typer" in found and not _TYPER[0] <= _numbers(found["typer"]) < _TYPER[1]:
        yield note("versions", "typer-untested", version=found["typer"])


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:2] if part.isdigit())
