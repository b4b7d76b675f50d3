"""backup: the copies of your progress, and one more when you ask for it."""

from typing import Annotated

from llmroadmap.commands._backups import summary
from llmroadmap.core.errors import AtPath, InvalidOption
from llmroadmap.declaration import Argument, Choice, Command
from llmroadmap.results.backup import BackupResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="paths",
    examples=("llmroadmap backup", "llmroadmap backup now"),
)


class NoProgressYet(AtPath):
    """There is no progress at `path` yet, so nothing that could be copied."""

    code = "no-progress-yet"
    topic = "backup"


def run(
    workspace: Workspace,
    action: Annotated[str, Argument(Choice("list", "now"), help="backup.action")] = "list",
) -> BackupResult:
    """Return the copies; `now` makes one first."""
    if action not in ("list", "now"):
        raise InvalidOption("backup", action, "backup-action")
    backups = workspace.file.backups
    made = _save(workspace) if action == "now" else ""
    return BackupResult([summary(copy) for copy in backups.listing()], made, backups.folder)


def _save(workspace: Workspace) -> str:
    file = workspace.file
    data, _ = file.read_bytes()
    if data is None:
        raise NoProgressYet(file.path)
    file.decode(data)  # What is damaged is no copy to go back to.
    return file.backups.save_now(data)
