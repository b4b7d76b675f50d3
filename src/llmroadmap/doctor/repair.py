"""Mends what a check found wrong; nothing is thrown away."""

import os
import stat
import time
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.errors import CannotWrite
from llmroadmap.filesystem.files import errno_name
from llmroadmap.filesystem.folders import remove_stale_temps
from llmroadmap.results.check_result import Finding, repaired
from llmroadmap.storage.errors import ProgressDamaged
from llmroadmap.sync.exchange import absorb

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace


def sweep(workspace: "Workspace") -> None:
    """Remove the temporary files that killed processes left in our folders."""
    for root in (workspace.locations.config, workspace.locations.data, workspace.locations.cache):
        for folder, _, _ in os.walk(root):
            remove_stale_temps(folder)


def repair(finding: Finding, workspace: "Workspace") -> Finding:
    """Do what can be done about a finding that is mendable, and return what was done."""
    if finding.code in ("copy-waiting", "events-lost"):
        return _join(finding, workspace)
    if isinstance(finding.error, ProgressDamaged) and finding.error.reason == "conflict-markers":
        try:
            return _join(finding, workspace)
        except LlmroadmapError:
            pass  # Not every line of the two sides can be read: a copy and what can be read, then.
    if finding.check == "progress":
        restored = workspace.restore(None)
        facts: dict[str, str | int] = {"name": restored.name, "kept": restored.kept_as or "-"}
        facts |= {"events": restored.events, "rescued": restored.rescued}
        return repaired(finding, "restored", **facts)
    if finding.check == "settings":
        path = workspace.locations.settings
        return repaired(finding, "set-aside", path=path, kept=_archive(path))
    path = str(finding.facts["path"])
    _allow(path)
    return repaired(finding, "made-writable", path=path)


def _join(finding: Finding, workspace: "Workspace") -> Finding:
    """Take over the events of all other versions; of one finding, all are done."""
    absorbed = absorb(workspace.file)
    workspace.progress_changed()
    if absorbed.kept:
        return repaired(finding, "joined-sides", events=absorbed.events, kept=absorbed.kept)
    if finding.code == "events-lost":
        return repaired(finding, "regained", n=absorbed.regained)
    for path, events, kept in absorbed.copies:
        if path == finding.facts["path"]:
            return repaired(finding, "joined", path=path, events=events, kept=kept)
    return repaired(finding, "joined", path=str(finding.facts["path"]), events=0, kept="-")


def _archive(path: str) -> str:
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
