"""What shells ask for: the last answer to `status --line`, and to Tab, as long as it still holds.

A prompt asks all the time, and Tab is pressed twice to see what there is. So the last answer of each
is kept in a small file, beside what it was made from: the files by size, times and number, the
environment, the learner's day. If all of that is as it was, the answer is too, and neither Typer nor
a roadmap is looked at. Anything else, and the command answers, and keeps its answer here. Of ours,
only what imports nothing is.
"""

import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence

from llmroadmap import PROMPT_LINE, __version__
from llmroadmap.filesystem import fingerprint_of, xdg_folder

# Not typing.TYPE_CHECKING: to import that takes longer than to answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace

_HEAD = f"llmroadmap {__version__} 2"
# Where the answer comes from, beside the files. LLMROADMAP_NOW is a different clock each time.
_VARIABLES = (
    *("PYTHONIOENCODING", "PYTHONUTF8"),
    *("LLMROADMAP_HOME", "LLMROADMAP_LANG", "LLMROADMAP_ROADMAP"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"),
    "TZ",
)
TIME_ZONE = "/etc/localtime"


def last_answer(environ: Mapping[str, str], words: Sequence[str] = PROMPT_LINE) -> str | None:
    """Return the kept answer to a line if it still holds, None if the command has to be asked."""
    try:
        path = _path(environ, words)
        if not path:
            return None
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            made_from, _, text = file.read().partition("\n\n")
        head, surroundings, since, until, length, *fingerprints = made_from.split("\n")
        holds = (
            head == _HEAD
            and int(length) == len(text)
            and surroundings == _surroundings(environ, words)
            and float(since) <= time.time() < float(until)
            and all(each == _fingerprint(each.partition(" ")[2]) for each in fingerprints)
        )
    except (OSError, ValueError):
        return None
    return text if holds else None


def fingerprints_of(files: Iterable[str]) -> list[str]:
    """Return what changes whenever one of the files does; to be taken before they are read."""
    return [_fingerprint(os.path.abspath(path)) for path in files]


def with_roadmap(workspace: "Workspace", first: list[str]) -> list[str]:
    """Add those of the roadmap and the progress; return none for a roadmap given as a file."""
    choice = workspace.choice or workspace.settings.roadmap
    if not first or choice != os.path.basename(choice) or "." in choice:
        return []
    files = (
        *(workspace.roadmap_path, workspace.user_path),
        *(workspace.overlay.path, workspace.file.path),
    )
    return [*first, *fingerprints_of(files)]


def save(
    environ: Mapping[str, str],
    fingerprints: list[str],
    until: float,
    text: str,
    words: Sequence[str] = PROMPT_LINE,
) -> None:
    """Keep the answer that was made from files with these marks and holds until that instant."""
    try:
        path = _path(environ, words)
    except OSError:  # a relative folder, and the current one is gone
        return
    since = str(time.time())
    measures = (since, str(until), str(len(text)))
    lines = [_HEAD, _surroundings(environ, words), *measures, *fingerprints]
    if not path or any("\n" in line for line in lines):
        return
    from llmroadmap.cache import replace_file  # only for who had to ask

    kept = "\n".join([*lines, "", text])
    replace_file(path, [kept.encode("utf-8", "surrogateescape")])


def _path(environ: Mapping[str, str], words: Sequence[str]) -> str:
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
    name = "status-line" if words == PROMPT_LINE else "tab"
    return os.path.join(folder, name) if os.path.isabs(folder) else ""


def _surroundings(environ: Mapping[str, str], words: Sequence[str]) -> str:
    return repr([*(environ.get(name) for name in _VARIABLES), *words])


def _fingerprint(path: str) -> str:
    try:
        return f"{fingerprint_of(os.stat(path))} {path}"
    except OSError:
        return f"- {path}"
