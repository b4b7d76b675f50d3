"""What follows a change to the progress: the calendar is written again, and hooks are run."""

import os
from collections.abc import Callable, Iterator

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.errors import SystemRefused
from llmroadmap.filesystem.files import errno_name
from llmroadmap.storage.workspace import Workspace


def after_change(workspace: Workspace, command: str) -> Iterator[LlmroadmapError]:
    """Do all of it; yield what failed: nothing of it may break the command that made the change."""
    if workspace.settings.calendar and not workspace.choice:
        from llmroadmap.commands._calendar import rewrite_calendar  # only where there is one

        yield from _failures(lambda: rewrite_calendar(workspace, workspace.settings.calendar))
    if os.path.isdir(workspace.locations.hooks):
        from llmroadmap.commands._hooks import run_hooks  # only where there are some

        yield from run_hooks(workspace, command)


def _failures(do: Callable[[], object]) -> Iterator[LlmroadmapError]:
    try:
        do()
    except LlmroadmapError as error:
        yield error
    except OSError as error:
        yield SystemRefused(str(error.filename or ""), errno_name(error))
