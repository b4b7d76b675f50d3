"""What Taskwarrior has on this machine, asked of itself: `task import` would replace it unseen."""

import os
import shutil
import subprocess
from collections.abc import Mapping

from llmroadmap.exports.taskwarrior import tasks_in

_LONGEST = 20  # seconds
_LINE = ("rc.verbose=nothing", "rc.confirmation=off", "rc.hooks=off", "rc.gc=off",
         "rc.json.array=on", "export")  # fmt: skip


def tasks_there(environ: Mapping[str, str], folder: str) -> str:
    """Return what `task export` prints, "" without the program or where nobody set it up.

    It runs in `folder`, or at the root: another program of that name, which runs what a file in the
    folder that it is called from says, finds nothing there.
    """
    program = shutil.which("task", path=environ.get("PATH", ""))
    if program is None or not _is_set_up(environ):
        return ""
    try:
        ran = subprocess.run(
            [program, *_LINE],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
            cwd=folder if os.path.isdir(folder) else os.path.abspath(os.sep),
            env={**environ},
        )
        text = ran.stdout.decode("utf-8", "replace") if ran.returncode == 0 else ""
        return text if tasks_in(text) else ""
    except (OSError, subprocess.SubprocessError, ValueError):
        return ""


def _is_set_up(environ: Mapping[str, str]) -> bool:
    """Tell whether there is a configuration: without one the program asks whether to make it."""
    home = environ.get("HOME", "")
    config = environ.get("XDG_CONFIG_HOME", "") or os.path.join(home, ".config")
    places = (
        environ.get("TASKRC", ""),
        os.path.join(home, ".taskrc"),
        os.path.join(config, "task", "taskrc"),
    )
    return any(os.path.isabs(place) and os.path.isfile(place) for place in places)
