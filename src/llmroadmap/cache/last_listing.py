"""The last list shown in each terminal, by id: what @1, @2 … stand for.

A convenience in the cache folder. What cannot be written is not kept, what cannot be read is no
list, and neither is a reason to fail.
"""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from zlib import crc32

from llmroadmap.cache import replace_file

_KEPT = 30 * 86400  # seconds that the list of a terminal is kept, which may well be closed by now
_TRUSTED = 86400  # … is used where nothing tells a session from a later one with its number


class LastListing:
    """The file of the terminal session that this process runs in."""

    def __init__(self, cache: str, environ: Mapping[str, str]) -> None:
        self.folder = os.path.join(cache, "shown")
        name, self._is_certain = _session(environ)
        self.path = os.path.join(self.folder, f"{name}.json")

    def read(self, roadmap_id: str) -> list[str]:
        """Return the ids of the last list of this roadmap; none is an empty one."""
        try:
            with open(self.path, "rb") as file:
                found = json.loads(file.read())
            age = time.time() - os.stat(self.path).st_mtime
        except (OSError, ValueError):
            return []
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            return []
        is_ours = found[:1] == [roadmap_id] and (self._is_certain or age < _TRUSTED)
        return found[1:] if is_ours else []

    def write(self, roadmap_id: str, ids: Sequence[str]) -> None:
        """Keep the ids of a list that was just shown."""
        is_new = not os.path.exists(self.path)
        if replace_file(self.path, [json.dumps([roadmap_id, *ids]).encode()]) and is_new:
            with suppress(OSError):
                self._remove_old()

    def remove(self) -> None:
        """Keep no list of this terminal any longer."""
        with suppress(OSError):
            os.unlink(self.path)

    def _remove_old(self) -> None:
        oldest = time.time() - _KEPT
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            with suppress(OSError):
                if os.stat(path).st_mtime < oldest:
                    os.unlink(path)


def _session(environ: Mapping[str, str]) -> tuple[str, bool]:
    """Return a name for the terminal session, and whether no other one can ever have it.

    That is the process that leads the session, and when it began: pipes and redirections change
    neither, and a number that is given again to a later process comes with another beginning.
    """
    if sys.platform == "win32":
        known = environ.get("WT_SESSION", "")
        return _name(known or str(os.getppid())), bool(known)
    leader = os.getsid(0)
    began = _beginning(leader) or environ.get("TERM_SESSION_ID", "")
    return f"{leader}-{_name(began)}" if began else str(leader), bool(began)


def _name(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogateescape')):08x}"


def _beginning(pid: int) -> str:
    """Return when the process began, in ticks since the start of the machine, where Linux says."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[19].decode()
    except (OSError, IndexError, ValueError):
        return ""
