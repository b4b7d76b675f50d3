"""`status --line` for shell prompts and status bars: the last answer, as long as it still holds.

Such a line is asked for all the time, so it is kept in a small file, beside what it was made from:
the files by size, times and number, the environment, the learner's day. If all of that is as it
was, the answer is too, and neither Typer nor a roadmap is looked at. Anything else, and the command
answers, and keeps its answer here. Of ours, only what imports nothing is.
"""

import os
import sys
import time
from collections.abc import Iterable, Mapping

from llmroadmap import __version__
from llmroadmap.filesystem import fingerprint_of, xdg_folder

_HEAD = f"llmroadmap {__version__} 1"
# Where the answer comes from, beside the files. LLMROADMAP_NOW is a different clock each time.
_VARIABLES = (
    *("PYTHONIOENCODING", "PYTHONUTF8"),
    *("LLMROADMAP_HOME", "LLMROADMAP_LANG", "LLMROADMAP_ROADMAP"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"),
    "TZ",
)
TIME_ZONE = "/etc/localtime"


def last_answer(environ: Mapping[str, str]) -> str | None:
    """Return the kept line if it still holds, None if the command has to be asked."""
    try:
        path = _path(environ)
        if not path:
            return None
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            head, surroundings, since, until, *fingerprints, text = file.read().split("\n")
        holds = (
            head == _HEAD
            and surroundings == _surroundings(environ)
            and float(since) <= time.time() < float(until)
            and all(each == _fingerprint(each.partition(" ")[2]) for each in fingerprints)
        )
    except (OSError, ValueError):
        return None
    return text if holds else None


def fingerprints_of(files: Iterable[str]) -> list[str]:
    """Return what changes whenever one of the files does; to be taken before they are read."""
    return [_fingerprint(os.path.abspath(path)) for path in files]


def save(environ: Mapping[str, str], fingerprints: list[str], until: float, text: str) -> None:
    """Keep the answer that was made from files with these marks and holds until that instant."""
    try:
        path = _path(environ)
    except OSError:  # a relative folder, and the current one is gone
        return
    since = str(time.time())
    lines = [_HEAD, _surroundings(environ), since, str(until), *fingerprints, text]
    if not path or any("\n" in line for line in lines):
        return
    from llmroadmap.cache import replace_file  # only for who had to ask

    replace_file(path, ["\n".join(lines).encode("utf-8", "surrogateescape")])


def _path(environ: Mapping[str, str]) -> str:
    """Return the file in the cache folder, "" where it is not known without a library."""
    if "LLMROADMAP_NOW" in environ:
        return ""
    home = environ.get("LLMROADMAP_HOME")
    if home:
        folder = os.path.join(os.path.abspath(os.path.expanduser(home)), "cache")
    elif sys.platform == "linux" and environ.get("HOME"):
        folder = os.path.join(xdg_folder(environ, "XDG_CACHE_HOME", ".cache"), "llmroadmap")
    else:
        return ""
    return os.path.join(folder, "status-line") if os.path.isabs(folder) else ""


def _surroundings(environ: Mapping[str, str]) -> str:
    return repr([environ.get(name) for name in _VARIABLES])


def _fingerprint(path: str) -> str:
    try:
        return f"{fingerprint_of(os.stat(path))} {path}"
    except OSError:
        return f"- {path}"
