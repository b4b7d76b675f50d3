"""What is longer than the screen goes through the user's pager, if the session is interactive."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping

# Links are for the terminal itself: many pagers print them as rubbish.
_LINK = re.compile("\x1b\\]8;[^\x1b]*\x1b\\\\")


def pager_for(environ: Mapping[str, str]) -> list[str]:
    """Return the pager's words: $PAGER, else less; none if there is neither, or no one to turn pages."""
    if environ.get("TERM", "dumb") == "dumb" or sys.stdin is None or not sys.stdin.isatty():
        return []
    try:
        argv = shlex.split(environ.get("PAGER", "less"))
    except ValueError:
        return []
    if not argv or argv == ["cat"]:
        return []
    found = shutil.which(argv[0], path=environ.get("PATH"))
    return [found, *argv[1:]] if found else []


def page(text: str, argv: list[str], environ: Mapping[str, str], encoding: str) -> bool:
    """Show `text` in the pager and wait for its end; tell whether that could be done."""
    given = {"LESS": "FRX", **environ}
    # less goes by the locale, and where that is not installed it would show bytes.
    if encoding.lower().replace("-", "") == "utf8" and not environ.get("LESSCHARDEF"):
        given["LESSCHARSET"] = environ.get("LESSCHARSET") or "utf-8"
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own pager, no shell
            argv, stdin=subprocess.PIPE, env=given
        )
    except OSError:
        return False
    try:
        process.communicate(_LINK.sub("", text).encode(encoding, "replace"))
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()  # left before the end
    return True
