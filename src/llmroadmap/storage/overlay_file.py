"""The file of the learner's own changes to a roadmap, in the config folder."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import fingerprint, is_settled, read_whole, write_atomically
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.roadmap_file import OwnChanges
from llmroadmap.storage.settings_file import Settings

if TYPE_CHECKING:
    from llmroadmap.core.model.tree import RoadmapTree
    from llmroadmap.core.overlay.model import Overlay
    from llmroadmap.core.progress.events import Event

KEPT = 14  # copies, each of a day
LIMIT = 8 * 1024 * 1024  # bytes
_SUFFIX = ".mine.yaml"


class Edit(NamedTuple):
    """A value at a path of the overlay, before and after a change; None is no value."""

    path: tuple[str, ...]
    before: Any
    after: Any


# A path in the overlay, and the value that is to stand there.
NewValue = tuple[tuple[str, ...], Any]


class OverlayFile:
    """The own changes to one roadmap; there may be none."""

    def __init__(self, locations: Locations, roadmap_id: str) -> None:
        self.path = os.path.join(locations.config, roadmap_id + _SUFFIX)
        self.copies = os.path.join(locations.data, "own-changes")
        self.roadmap_id = roadmap_id
        self._lock = os.path.join(locations.config, ".mine.lock")

    def fingerprint(self) -> str:
        """Return what says whether the file is still the same; "" where there is none."""
        return fingerprint(self.path) or ""

    def read(self) -> "Overlay":
        """Return what the file says, nothing where there is none.

        Raises RoadmapInvalid, with all that is wrong, and CannotRead.
        """
        data = self.data()
        if not data:
            return {}
        # pydantic would read the metadata of all installed packages in search of plugins.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from llmroadmap.storage.overlay_schema import validate_overlay  # only to compile

        return validate_overlay(data, self.path)

    def data(self) -> bytes:
        """Return the bytes of the file, none where there is no file."""
        try:
            return read_whole(self.path, LIMIT)[0]
        except FileNotFoundError:
            return b""

    def locked(self) -> AbstractContextManager[None]:
        """Hold the lock of all overlays: what is read is what is changed and written back."""
        from llmroadmap.filesystem.lock import locked  # only for who writes

        return locked(self._lock)

    def change(self, decide: Callable[["Overlay"], "Sequence[NewValue]"]) -> list[Edit]:
        """Set the values that `decide` returns for their paths; return what that changed.

        What the reader would refuse is never written. Raises RoadmapInvalid.
        """
        from llmroadmap.core.overlay.model import value_at
        from llmroadmap.storage.overlay_schema import validate_overlay  # only to change it
        from llmroadmap.storage.overlay_writer import edited

        with self.locked():
            overlay, data = self.read(), self.data()
            edits = []
            for path, value in decide(overlay):
                edit = Edit(path, value_at(overlay, path), value)
                if edit.before != edit.after:
                    edits.append(edit)
                    data = edited(data, self.roadmap_id, path, value)
            if edits:
                validate_overlay(data, self.path)
                self._replace(data)
        return edits

    def follow(
        self, events: "Sequence[Event]", paths: "Iterable[tuple[str, ...]] | None" = None
    ) -> int:
        """Let the file say what the events come to, at `paths` or wherever they know of any.

        Return how many values were left alone because they were edited by hand.
        """
        from llmroadmap.core.overlay.history import update_of  # only for own changes

        kept = 0

        def decide(overlay: "Overlay") -> "Sequence[NewValue]":
            nonlocal kept
            update = update_of(overlay, events, paths)
            kept = len(update.kept)
            return update.values

        self.change(decide)
        return kept

    def write(self, data: bytes) -> None:
        """Replace the whole file, whose bytes have been checked."""
        with self.locked():
            self._replace(data)

    def _replace(self, data: bytes) -> None:
        """Write the file; as it was at the beginning of each day, it is kept beside the progress."""
        before = self.data()
        if before:
            day = datetime.fromtimestamp(os.stat(self.path).st_mtime, UTC).date().isoformat()
            copy = os.path.join(self.copies, f"{self.roadmap_id}-{day}.yaml")
            if not os.path.exists(copy):
                write_atomically(copy, before)
                self._prune()
        write_atomically(self.path, data)

    def _prune(self) -> None:
        day = len("-2027-01-02.yaml")
        names = sorted(n for n in os.listdir(self.copies) if n[:-day] == self.roadmap_id)
        for name in names[:-KEPT]:
            os.unlink(os.path.join(self.copies, name))


def overlay_files(locations: Locations) -> list[str]:
    """Return the ids of the roadmaps that have own changes."""
    try:
        names = sorted(os.listdir(locations.config))
    except OSError:
        return []
    return [name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)]


def own_changes(locations: Locations, roadmap_id: str, settings: Settings) -> OwnChanges:
    """Return what the learner wants different in a roadmap: by its file, and by the settings."""
    overlay = OverlayFile(locations, roadmap_id)
    of_file = overlay.fingerprint()
    words = settings.languages, settings.leave_out
    # The figure tells how they are applied, so that what was compiled otherwise is made again.
    of_settings = "|".join((*words, "2")) if any(words) else ""

    def apply(tree: "RoadmapTree") -> None:
        from llmroadmap.core.overlay.apply import Filters, apply  # only to compile

        filters = Filters(*(_words(text) for text in words))
        missing = apply(tree, overlay.read(), filters)
        if missing:
            tree["missing"] = missing

    return OwnChanges(
        fingerprint=f"{of_file}|{of_settings}" if of_file or of_settings else "",
        is_settled=not of_file or is_settled(of_file),
        apply=apply,
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
