"""All roadmaps of a learner, one after the other, through one folder."""

import json
import os
from collections.abc import Callable
from typing import NamedTuple

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.files import fingerprint, write_atomically
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.overlay_file import OverlayFile
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.sync.exchange import Exchanged, Skipped, exchange
from llmroadmap.sync.lines import events_of
from llmroadmap.sync.place import Place
from llmroadmap.sync.received import remember_received

PLANS = "plans"
_SUFFIX = ".json"


class Everything(NamedTuple):
    """What all exchanges came to together, and the first error that stopped one of them."""

    exchanged: list[Exchanged]
    place: Place
    error: LlmroadmapError | None


def synchronise(
    locations: Locations, place: Place, on_wait: Callable[[], None] | None = None
) -> Everything:
    """Exchange every roadmap's progress; one that fails keeps no other from being exchanged."""
    done: list[Exchanged] = []
    failed: LlmroadmapError | None = None
    for roadmap_id in roadmap_ids(locations, place):
        file = ProgressFile(locations.progress(roadmap_id), locations.data, roadmap_id)
        try:
            result = _unchanged(locations, file, place) or exchange(file, place, on_wait)
        except LlmroadmapError as error:
            failed = failed or error
            continue
        place = result.place
        done.append(result)
        remember_received(locations, roadmap_id, result.namesakes)
        _follow(locations, result)
        if not result.copies:  # Where one could not be put away, the next one tries again.
            _keep_marks(locations, file, result)
    return Everything(done, place, failed)


def _follow(locations: Locations, result: Exchanged) -> None:
    """Let the file of own changes say what was changed on other machines."""
    if not result.sources or not any(b'"own"' in line.data for line in result.lines):
        return
    try:
        OverlayFile(locations, result.roadmap_id).follow(events_of(result.lines))
    except LlmroadmapError:
        pass  # The events are kept; `doctor` says what is wrong with the file.


def roadmap_ids(locations: Locations, place: Place) -> list[str]:
    """Return the ids of all roadmaps that somebody has progress on, here or in the folder."""
    here = _listing(os.path.dirname(locations.progress("any")))
    ids = {name.removesuffix(_SUFFIX) for name in here if name.endswith(_SUFFIX)}
    there = {name for name in _listing(place.root) if os.path.isdir(place.of_roadmap(name))}
    return sorted(each for each in ids | there - {PLANS} if _is_id(each))


def _is_id(name: str) -> bool:
    # A copy that a synchroniser made has blanks or brackets in its name, an id has none.
    return name.replace("-", "").isalnum() and name.isascii()


def _listing(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _marks(file: ProgressFile, place: Place) -> dict[str, str | None]:
    """Return the fingerprints of all files that an exchange would read."""
    folder = place.of_roadmap(file.roadmap_id)
    names = (os.path.join(folder, name) for name in sorted(_listing(folder)))
    return {path: fingerprint(path) for path in (file.path, *names, *file.names_beside())}


def _marks_path(locations: Locations, file: ProgressFile) -> str:
    return locations.cached(f"sync-{file.roadmap_id}", file.path)


def _unchanged(locations: Locations, file: ProgressFile, place: Place) -> Exchanged | None:
    """Return the empty exchange where no file has changed since the last one."""
    own = place.own_file(file.roadmap_id)
    try:
        with open(_marks_path(locations, file), "rb") as stream:
            kept = json.loads(stream.read())
        if kept["marks"] != (marks := _marks(file, place)) or own not in marks:
            return None
        skipped = [Skipped(*each) for each in kept["skipped"]]
    except (OSError, ValueError, TypeError, KeyError, LlmroadmapError):
        return None
    return Exchanged(
        roadmap_id=file.roadmap_id,
        place=place,
        sources=[],
        written=0,
        contested=[],
        skipped=skipped,
        copies=[],
        lines=[],
        fingerprint=None,
    )


def _keep_marks(locations: Locations, file: ProgressFile, result: Exchanged) -> None:
    kept = {"marks": _marks(file, result.place), "skipped": result.skipped}
    try:
        write_atomically(_marks_path(locations, file), json.dumps(kept).encode())
    except LlmroadmapError:
        pass  # The next one reads everything again.
