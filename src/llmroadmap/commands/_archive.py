"""The archive that `export --format json` writes: read and checked, then added to what is here."""

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from llmroadmap.core.errors import AtPath
from llmroadmap.core.progress.events import in_order
from llmroadmap.exports.everything import FORMAT, KIND
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.storage.library import BUNDLED, user_path, write_roadmap_file
from llmroadmap.storage.overlay_file import OverlayFile
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import Rejected, encode, is_plain, parse
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.settings_file import OF_ROADMAP, checked, read_given, write_setting
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from llmroadmap.core.model.tree import RoadmapTree
    from llmroadmap.core.overlay.model import Overlay
    from llmroadmap.core.progress.events import Event
    from llmroadmap.storage.overlay_file import NewValue


class ArchiveDamaged(AtPath):
    """An archive of which nothing may be taken; `part` is where the damage is.

    `number`: which of the events, from 1 on; 0 for none of them.
    """

    code = "archive-damaged"
    topic = "import"

    def __init__(self, path: str, part: str, number: int = 0) -> None:
        super().__init__(path)
        self.part = part
        self.number = number

    @property
    def variant(self) -> str:
        """The key of its message."""
        return "archive-damaged-event" if self.number else self.code


class ArchiveNewer(AtPath):
    """An archive in a format that this version does not know."""

    code = "archive-newer"
    topic = "import"


class Archive(NamedTuple):
    """What is in an archive: a roadmap, the events on it, the text of its own changes, settings."""

    tree: "RoadmapTree"
    is_own: bool
    own_changes: str
    settings: dict[str, Any]
    events: "list[Event]"


def is_archive(text: str) -> bool:
    """Tell whether a text is an archive, from its beginning."""
    start = text[:300].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and f'"{KIND}"' in start


def read_archive(text: str, path: str) -> Archive:
    """Return what is in an archive; raises ArchiveDamaged, ArchiveNewer and RoadmapInvalid."""
    try:
        found = parse(text.lstrip("\ufeff"))
    except (ValueError, RecursionError, Rejected) as error:
        raise ArchiveDamaged(path, "text") from error
    if not isinstance(found.get("format"), int):
        raise ArchiveDamaged(path, "format")
    if found["format"] > FORMAT:
        raise ArchiveNewer(path)
    tree = _tree(found.get("roadmap"), path)
    for part, kind in (("own_changes", str), ("settings", dict), ("is_own", bool)):
        if part in found and not isinstance(found[part], kind):
            raise ArchiveDamaged(path, part)
    return Archive(
        tree=tree,
        is_own=found.get("is_own", tree["id"] != BUNDLED),
        own_changes=found.get("own_changes", ""),
        settings=found.get("settings", {}),
        events=_events(found.get("events"), path),
    )


def _tree(tree: Any, path: str) -> "RoadmapTree":
    from llmroadmap.formats.errors import RoadmapInvalid
    from llmroadmap.formats.roadmap_yaml.schema import validate_tree  # pydantic: only to check it

    if not isinstance(tree, dict) or not isinstance(tree.get("id"), str):
        raise ArchiveDamaged(path, "roadmap")
    try:
        return validate_tree(tree)
    except RoadmapInvalid as error:
        error.path = path
        raise


def _events(events: Any, path: str) -> "list[Event]":
    if not isinstance(events, list):
        raise ArchiveDamaged(path, "events")
    seen: set[str] = set()
    for number, event in enumerate(events, 1):
        if not is_plain(event) or event["id"] in seen:
            raise ArchiveDamaged(path, "events", number)
        seen.add(event["id"])
    return events


class Restoring(NamedTuple):
    """What an archive would add here, or has added.

    `plan`: built-in, same, new, or differs (then it is left as it is). `new`: events that are not
    here yet; `contested`: of those that are, how many say something else here, which stays.
    `own`: values of own changes that are set, `own_kept` those that are different here and stay.
    `settings`: those that nobody set here. `before`: the events that are here.
    """

    plan: str
    new: "list[Event]"
    contested: int
    own: "list[NewValue]"
    own_kept: int
    settings: dict[str, Any]
    before: "list[Event]"

    @property
    def is_something(self) -> bool:
        """Tell whether anything would be added."""
        return self.plan == "new" or bool(self.new or self.own or self.settings)


def what_it_adds(locations: Locations, archive: Archive, path: str) -> Restoring:
    """Return what the archive has and this machine has not.

    Raises ProgressError, and RoadmapInvalid for own changes that cannot be read.
    """
    name = str(archive.tree["id"])
    before = ProgressFile(locations.progress(name), locations.data, name).read()
    here = {event["id"]: event for event in before}
    new = [event for event in archive.events if event["id"] not in here]
    overlay = OverlayFile(locations, name)
    own, kept = _own_values(archive, overlay.read(), [*before, *new], path)
    given = read_given(locations.settings)
    return Restoring(
        plan=_plan_state(locations, archive),
        new=new,
        contested=sum(here.get(each["id"], each) != each for each in archive.events),
        own=own,
        own_kept=kept,
        settings={
            key: value
            for key, value in archive.settings.items()
            if key in OF_ROADMAP and key not in given and _is_taken(key, value)
        },
        before=before,
    )


def _plan_state(locations: Locations, archive: Archive) -> str:
    name = str(archive.tree["id"])
    path = user_path(locations, name)
    if not archive.is_own:
        return "built-in"
    if not os.path.exists(path):
        return "new"
    return "same" if read_tree(path) == archive.tree else "differs"


def _is_taken(key: str, value: Any) -> bool:
    try:
        checked(key, value)
    except InvalidSetting:
        return False
    return True


def _own_values(
    archive: Archive, here: "Overlay", events: "list[Event]", path: str
) -> "tuple[list[NewValue], int]":
    """Return the values to set: what all events come to, and what was written by hand there only."""
    from llmroadmap.core.overlay.history import path_of, update_of  # only for own changes
    from llmroadmap.core.overlay.model import paths, value_at
    from llmroadmap.storage.overlay_schema import validate_overlay

    update = update_of(here, events)
    values, kept = list(update.values), len(update.kept)
    recorded = {path_of(event) for event in events}
    there = validate_overlay(archive.own_changes.encode(), path) if archive.own_changes else {}
    for each in paths(there):
        if each in recorded:
            continue
        value, own = value_at(there, each), value_at(here, each)
        if own is None:
            values.append((each, value))
        elif own != value:
            kept += 1
    return values, kept


def add_archive(
    workspace: Workspace, archive: Archive, adds: Restoring, on_wait: "Callable[[], None] | None"
) -> str:
    """Add all of it; return the name of the backup of the progress as it was, "" for no change of it.

    First the plan and the progress, so that the power may fail in between: the next time adds the rest.
    """
    locations, name = workspace.locations, str(archive.tree["id"])
    if adds.plan == "new":
        write_roadmap_file(user_path(locations, name), archive.tree, is_new=True)
    saved = ""
    if adds.new:
        file = ProgressFile(locations.progress(name), locations.data, name)
        with file.change(on_wait=on_wait) as change:
            before = change.events()
            known = {event["id"] for event in before}
            saved = file.backups.save_now(encode(before, name))
            more = [event for event in adds.new if event["id"] not in known]
            change.replace(encode(in_order([*before, *more]), name))
    if adds.own:
        overlay = OverlayFile(locations, name)
        if not overlay.data():
            overlay.write(archive.own_changes.encode())  # with what its author noted in it
        overlay.change(lambda there: adds.own)
    for key, value in adds.settings.items():
        write_setting(locations.settings, key, value)
    return saved
