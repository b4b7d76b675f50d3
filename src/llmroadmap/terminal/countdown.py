"""A countdown in the foreground. It keeps nothing: what was started is in the progress file."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping


def count_down(seconds: int, show: Callable[[str], None]) -> tuple[int, bool]:
    """Wait so many seconds, the time the machine sleeps left out.

    `show` is called with what is left each second, and with "" in the end. Returns the minutes that
    passed, and whether it was all of them: Ctrl-C ends it early.
    """
    begin = time.monotonic()
    try:
        while (left := seconds - (time.monotonic() - begin)) > 0:
            show(f"{int(left) // 60}:{int(left) % 60:02}")
            time.sleep(min(left, 1))
        whole = True
    except KeyboardInterrupt:
        whole = False
    show("")
    return min(round((time.monotonic() - begin) / 60), seconds // 60), whole


def notify(title: str, text: str, environ: Mapping[str, str]) -> None:
    """Show a notification where the desktop has a program for it; elsewhere do nothing."""
    path = environ.get("PATH", os.defpath)
    if sys.platform == "darwin" and (program := shutil.which("osascript", path=path)):
        script = (
            "on run a",
            "display notification (item 2 of a) with title (item 1 of a)",
            "end run",
        )
        words = [program, *(word for row in script for word in ("-e", row)), title, text]
    elif program := shutil.which("notify-send", path=path):
        words = [program, "--", title, text]
    else:
        return
    try:
        subprocess.run(words, check=False, capture_output=True, timeout=5)
    except (OSError, subprocess.SubprocessError):
        pass  # The bell has rung.
