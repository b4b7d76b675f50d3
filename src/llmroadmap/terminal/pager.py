"""What is longer than the screen goes through the user's pager, if the session is interactive."""

import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Links are for the terminal itself: many pagers print them as rubbish.
_AT_ONCE = 0.5  # seconds in which nobody has read anything
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
    given["LESS"] = _with_colours(given["LESS"])
    # less goes by the locale, and where that is not installed it would show bytes.
    if encoding.lower().replace("-", "") == "utf8" and not environ.get("LESSCHARDEF"):
        given["LESSCHARSET"] = environ.get("LESSCHARSET") or "utf-8"
    begun = time.monotonic()
    try:
        process = subprocess.Popen(argv, stdin=subprocess.PIPE, env=given)
    except OSError:
        return False
    # What Ctrl-C means is the pager's to decide; we only wait for its end.
    with _left_to(process):
        try:
            process.communicate(_LINK.sub("", text).encode(encoding, "replace"))
        except BrokenPipeError:
            process.wait()  # left before the end
    return not process.returncode or time.monotonic() - begun > _AT_ONCE


def _with_colours(options: str) -> str:
    """Return the options of less with the one that lets our colours through, if it is not there."""
    short = (word for word in options.split() if not word.startswith("--"))
    return options if any("R" in word or "r" in word for word in short) else f"R {options}"


@contextmanager
def _left_to(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Ignore Ctrl-C, and end the pager where this process is told to end."""

    def end(number: int, _: object) -> None:
        process.terminate()
        process.wait()
        sys.exit(128 + number)

    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN), signal.signal(signal.SIGTERM, end)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
