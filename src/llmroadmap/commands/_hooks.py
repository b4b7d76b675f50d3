"""Hooks: the learner's own programs, started after a change with the change on standard input.

They run by themselves: nobody waits for them, and what they say goes to a file in the cache. Off
until the learner makes a file in the folder executable.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from typing import Any

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.overview import tally
from llmroadmap.filesystem.errors import SystemRefused
from llmroadmap.filesystem.files import errno_name
from llmroadmap.storage.workspace import Workspace

FORMAT = 1
LOG = "hooks.log"
_started: "list[subprocess.Popen[bytes]]" = []
_LONGEST_LOG = 1_000_000  # bytes, then it begins anew


def run_hooks(workspace: Workspace, command: str) -> Iterator[LlmroadmapError]:
    """Start every executable of the hooks folder, by name; yield what could not be started."""
    programs = list(hooks(workspace.locations.hooks))
    if not programs:
        return
    given = json.dumps(change(workspace, command), ensure_ascii=False).encode() + b"\n"
    for path in programs:
        try:
            _start(path, given, workspace)
        except OSError as error:
            yield SystemRefused(path, errno_name(error))


def hooks(folder: str) -> Iterator[str]:
    """Yield the executables in the folder, by name; what a copy or an editor left is none."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        is_leftover = name.startswith(".") or name.endswith(("~", ".bak", ".sample"))
        if not is_leftover and os.path.isfile(path) and os.access(path, os.X_OK):
            yield path


def change(workspace: Workspace, command: str) -> dict[str, Any]:
    """Return what a hook reads: the events that were written, their items, and where things stand."""
    roadmap, progress, lang = workspace.roadmap, workspace.progress, workspace.lang
    items = {}
    for item in dict.fromkeys(event.get("item", "") for event in workspace.recorded):
        node = roadmap.find(item) if item else None
        if node is not None:
            links = roadmap.linked(node, lang)[1]
            items[item] = {
                "title": roadmap.item(node).title(lang),
                "state": progress.state(node),
                "minutes": roadmap.columns.minutes[node],
                "url": links[0]["url"] if links else "",
            }
    whole = tally(progress)
    return {
        "format": FORMAT,
        "roadmap": roadmap.id,
        "command": command,
        "events": workspace.recorded,
        "items": items,
        "done": whole.done,
        "total": whole.total,
        "percent": whole.percent,
    }


def _start(path: str, given: bytes, workspace: Workspace) -> None:
    log = os.path.join(workspace.locations.cache, LOG)
    os.makedirs(workspace.locations.cache, exist_ok=True)
    is_long = os.path.exists(log) and os.path.getsize(log) > _LONGEST_LOG
    # A file, not a pipe: a hook that never reads must not hold anybody up.
    with tempfile.TemporaryFile() as standard_input, open(log, "wb" if is_long else "ab") as out:
        standard_input.write(given)
        standard_input.seek(0)
        process = subprocess.Popen(
            [path],
            stdin=standard_input,
            stdout=out,
            stderr=out,
            cwd=workspace.locations.config,
            env={**workspace.environ, "LLMROADMAP_HOOK": "1"},
            start_new_session=True,
        )
    _started.append(process)  # or Python would complain that nobody waited for it
