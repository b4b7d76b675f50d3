"""The roadmap file before and after an `update`, so that undo and redo can bring either back."""

import os

from llmroadmap.filesystem.files import read_whole, write_atomically
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.library import user_path
from llmroadmap.storage.plan_snapshot import write_snapshot

KEPT = 5  # updates of one roadmap that can be taken back
_LIMIT = 64 * 1024 * 1024
_BEFORE, _AFTER = "-before.yaml", "-after.yaml"


class PlanVersions:
    """The two versions of each of the last updates of a roadmap, named by the change."""

    def __init__(self, locations: Locations, roadmap_id: str) -> None:
        self.path = user_path(locations, roadmap_id)
        self.snapshot = locations.plan_snapshot(roadmap_id)
        self.folder = os.path.join(locations.data, "updates", roadmap_id)

    def save(self, change: str, before: bytes, after: bytes) -> None:
        """Keep both versions of an update; no bytes stand for no file."""
        for ending, data in ((_BEFORE, before), (_AFTER, after)):
            write_atomically(self._of(change, ending), data)
        names = sorted(os.listdir(self.folder))
        for name in names[: -2 * KEPT]:
            os.unlink(os.path.join(self.folder, name))

    def bring_back(self, change: str, *, newer: bool) -> bool:
        """Put the version before an update in place, or with `newer` the one after it.

        Return whether that was done: a file that somebody has changed since is left as it is.
        """
        wanted, expected = (_AFTER, _BEFORE) if newer else (_BEFORE, _AFTER)
        try:
            data, now = self._read(self._of(change, wanted)), self._read(self._of(change, expected))
        except OSError:
            return False
        if self.current() != now:
            return False
        if data:
            write_atomically(self.path, data)
            write_snapshot(self.snapshot, self.path)
        else:
            os.unlink(self.path)
        return True

    def current(self) -> bytes:
        """Return the bytes of the roadmap file, none where there is no file."""
        try:
            return self._read(self.path)
        except FileNotFoundError:
            return b""

    def _of(self, change: str, ending: str) -> str:
        return os.path.join(self.folder, f"{change}{ending}")

    def _read(self, path: str) -> bytes:
        return read_whole(path, _LIMIT)[0]
