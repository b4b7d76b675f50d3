"""The completion scripts: where each shell finds them, and the line that some shells need.

Never in the place of a file that is not ours; a start-up file gets one marked line, and only that
is ever taken out of it again.
"""

import os
import pkgutil
from collections.abc import Mapping
from contextlib import suppress

from llmroadmap.core.errors import AtPath
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem import xdg_folder
from llmroadmap.filesystem.errors import NoHome
from llmroadmap.filesystem.files import read_whole, write_atomically

SHELLS = ("bash", "zsh", "fish")
OURS = b"# llmroadmap completion for "
MARK = "  # llmroadmap completion"
_LIMIT = 4_000_000
# The folders that only scripts like ours are in: made for one perhaps, and removed when empty.
_FOLDERS = ("completions", "bash-completion", "site-functions", "zsh", "fish")
# With one of these, bash reads what is in its completions folder.
_BASH_COMPLETION = (
    "/usr/share/bash-completion/bash_completion",
    "/usr/local/share/bash-completion/bash_completion",
    "/opt/homebrew/etc/profile.d/bash_completion.sh",
    "/usr/local/etc/profile.d/bash_completion.sh",
    "/etc/bash_completion",
)


class ForeignFile(AtPath):
    """At `path`, where a file of ours is to be, there is one that is not ours."""

    code = "foreign-file"
    topic = "completion"


class ScriptLocation(NamedTuple):
    """Where a shell's script goes; `rc_file` is what has to read it, "" where nothing has to."""

    script: str
    rc_file: str


def script(shell: str) -> bytes:
    """Return the script for a shell."""
    data = pkgutil.get_data("llmroadmap", f"completion/shells/llmroadmap.{shell}")
    if data is None:  # pragma: no cover - the package would be incomplete
        raise FileNotFoundError(shell)
    return data


def script_location(shell: str, environ: Mapping[str, str]) -> ScriptLocation:
    """Return where the script of a shell is found, or from where it is read; raise NoHome."""
    home = environ.get("HOME", "")
    if not home:
        raise NoHome
    share = xdg_folder(environ, "XDG_DATA_HOME", ".local", "share")
    if shell == "fish":
        config = xdg_folder(environ, "XDG_CONFIG_HOME", ".config")
        return ScriptLocation(os.path.join(config, "fish", "completions", "llmroadmap.fish"), "")
    if shell == "zsh":
        folder = os.path.join(share, "zsh", "site-functions")
        start = os.path.join(_absolute(environ, "ZDOTDIR") or home, ".zshrc")
        return ScriptLocation(os.path.join(folder, "_llmroadmap"), start)
    folder = _absolute(environ, "BASH_COMPLETION_USER_DIR") or os.path.join(
        share, "bash-completion"
    )
    is_found = any(map(os.path.exists, _BASH_COMPLETION))
    start = "" if is_found else os.path.join(home, ".bashrc")
    return ScriptLocation(os.path.join(folder, "completions", "llmroadmap"), start)


def _absolute(environ: Mapping[str, str], name: str) -> str:
    """Return the folder that a variable names; a relative one counts for nothing, as the XDG says."""
    folder = environ.get(name, "")
    return folder if os.path.isabs(folder) else ""


def source_line(path: str) -> str:
    """Return the line that makes a start-up file read the script."""
    from shlex import quote

    return f"[ -r {quote(path)} ] && . {quote(path)}{MARK}"


def is_written(shell: str, path: str) -> bool:
    """Tell whether the script is there as it should be; raise ForeignFile."""
    found = _read(path)
    if found is not None and OURS not in found:
        raise ForeignFile(path)
    return found == script(shell)


def write_script(shell: str, path: str) -> bool:
    """Write the script, and tell whether that changed anything; raise ForeignFile."""
    if is_written(shell, path):
        return False
    write_atomically(path, script(shell))
    os.chmod(os.path.realpath(path), 0o644)
    return True


def remove_script(path: str) -> bool:
    """Remove the script, and tell whether there was one; raise ForeignFile."""
    found = _read(path)
    if found is None:
        return False
    if OURS not in found:
        raise ForeignFile(path)
    os.unlink(path)
    _remove_empty(os.path.dirname(path))
    return True


def _remove_empty(folder: str) -> None:
    """Remove the folders that `install` may have made, as far up as they hold nothing."""
    with suppress(OSError):  # Not empty, a link, or not ours to remove: it stays.
        while os.path.basename(folder) in _FOLDERS:
            os.rmdir(folder)
            folder = os.path.dirname(folder)


def has_line(rc_file: str, line: str) -> bool:
    """Tell whether a start-up file has the line."""
    return line.encode() in (_read(rc_file) or b"").splitlines()


def add_line(rc_file: str, line: str) -> None:
    """Put the line at the end of a start-up file, whose other bytes stay as they are."""
    found = _read(rc_file) or b""
    gap = b"" if not found or found.endswith(b"\n") else b"\n"
    write_atomically(rc_file, found + gap + line.encode() + b"\n")


def remove_line(rc_file: str, line: str) -> bool:
    """Take the line out of a start-up file, and tell whether it was there."""
    if not rc_file or not has_line(rc_file, line):
        return False
    lines = (_read(rc_file) or b"").splitlines(keepends=True)
    kept = [each for each in lines if each.rstrip(b"\r\n") != line.encode()]
    write_atomically(rc_file, b"".join(kept))
    return True


def _read(path: str) -> bytes | None:
    try:
        return read_whole(path, _LIMIT)[0]
    except FileNotFoundError:
        return None
