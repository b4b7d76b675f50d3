"""restore: a good copy in the place of your progress."""

from typing import Annotated

from llmroadmap.commands._backups import summary
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.overview import tally
from llmroadmap.declaration import Argument, Command, Option, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.restore import RestoreResult
from llmroadmap.results.summaries import part
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="backup",
    examples=("llmroadmap restore", "llmroadmap restore 2026-11-23"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    name: Annotated[str, Argument(Text("WHICH"), help="restore.which")] = "",
    yes: Annotated[bool, Option("--yes", "-y", help="yes")] = False,
) -> RestoreResult:
    """Put the copy of that name, or the newest, in the place of the progress file."""
    copy = workspace.file.backups.find(name or None)
    before = _ids(workspace)
    if not yes:
        question = "restore" if before is None else "restore_good"
        now = 0 if before is None else len(before)
        prompts.confirm(question, option="--yes", name=copy.name, events=copy.events, now=now)
    restored = workspace.restore(name or None)
    kept_as = restored.kept_as or ""
    good = next((c for c in workspace.file.backups.listing() if c.name == kept_as), None)
    return RestoreResult(
        copy=summary(copy),
        events=restored.events,
        rescued=restored.rescued,
        left_out=len((before or set()) - (_ids(workspace) or set())),
        kept_as=kept_as,
        kept_at=kept_as if good is None else good.path,
        way_back=kept_as if good is not None and good.events is not None else "",
        newest=workspace.progress.newest,
        stages=[part(workspace.progress, stage, workspace.lang) for stage in _under_way(workspace)],
    )


def _ids(workspace: Workspace) -> set[str] | None:
    """Return the ids of the events on disk, None where they cannot be read."""
    try:
        return {event["id"] for event in workspace.events()}
    except LlmroadmapError:
        return None


def _under_way(workspace: Workspace) -> list[int]:
    progress = workspace.progress
    return [stage for stage in workspace.roadmap.stages() if tally(progress, stage).done]
