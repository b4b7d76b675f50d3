"""Mends what a check found wrong; nothing is thrown away."""

import os
import stat
import time
from typing import TYPE_CHECKING

from llmroadmap.core.errors import CannotWrite
from llmroadmap.filesystem.files import errno_name
from llmroadmap.results.check_result import Finding, mended

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace


def mend(finding: Finding, workspace: "Workspace") -> Finding:
    """Do what can be done about a finding that is mendable, and return what was done."""
    if finding.check == "progress":
        restored = workspace.restore(None)
        facts: dict[str, str | int] = {"name": restored.name, "kept": restored.kept_as or "-"}
        facts |= {"events": restored.events, "rescued": restored.rescued}
        return mended(finding, "restored", **facts)
    if finding.check == "settings":
        path = workspace.locations.settings
        return mended(finding, "set-aside", path=path, kept=_set_aside(path))
    path = str(finding.facts["path"])
    _allow(path)
    return mended(finding, "made-writable", path=path)


def _set_aside(path: str) -> str:
    kept = f"{path}.damaged-{time.strftime('%Y-%m-%dT%H%M%S')}"
    try:
        os.rename(path, kept)
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error
    return kept


def _allow(path: str) -> None:
    """Give the owner back what the owner needs, and nobody else anything."""
    try:
        status = os.stat(path)
        folder = stat.S_ISDIR(status.st_mode)
        os.chmod(path, stat.S_IMODE(status.st_mode) | (0o700 if folder else 0o600))
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error
    if not os.access(path, os.R_OK | os.W_OK):
        raise CannotWrite(path, "EACCES")
