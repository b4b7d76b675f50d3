"""Looks at the learner's files, changing nothing: can they be read, and what is in them?"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.events import timestamp
from llmroadmap.filesystem.errors import CannotRead, CannotWrite, Locked
from llmroadmap.filesystem.files import errno_name
from llmroadmap.filesystem.lock import locked
from llmroadmap.results.check_result import Finding, from_error, note, passed, problem
from llmroadmap.storage.backups import DAMAGED
from llmroadmap.storage.errors import (
    InvalidSetting,
    ProgressDamaged,
    ProgressMissing,
    ProgressOfOther,
)
from llmroadmap.storage.library import unlisted
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.settings_file import read_settings, unknown_settings
from llmroadmap.storage.workspace import device
from llmroadmap.sync.copies import copies_beside
from llmroadmap.sync.git import Git, has_repository
from llmroadmap.sync.place import read_place

if TYPE_CHECKING:
    from llmroadmap.storage.workspace import Workspace

_A_DAY = 24 * 3600


def check_settings(workspace: "Workspace") -> Iterator[Finding]:
    """Look at the settings."""
    path = workspace.locations.settings
    try:
        read_settings(path)
    except InvalidSetting as error:
        yield from_error("settings", error, mendable=True)
    except CannotRead as error:
        yield from_error("settings", error)
    else:
        unknown = unknown_settings(path)
        if unknown:
            yield note("settings", "settings-unknown", names=", ".join(unknown))
        there = os.path.exists(path)
        yield passed("settings", "settings-read" if there else "settings-none", path=path)


def check_roadmap(workspace: "Workspace") -> Iterator[Finding]:
    """Look at the roadmap's source, not at what was compiled from it."""
    path = workspace.roadmap_path
    try:
        read_tree(path)
        roadmap = workspace.roadmap
    except LlmroadmapError as error:
        yield from_error("roadmap", error)
        return
    missing = roadmap.head.get("missing", ())
    if missing:
        yield note("roadmap", "own-missing", ids=", ".join(missing[:10]), n=len(missing))
    steps = [node for node in range(len(roadmap)) if roadmap.is_step(node)]
    optional = sum(roadmap.is_optional(node) for node in steps)
    counted = len(steps) - optional
    yield passed("roadmap", "roadmap-read", path=path, steps=counted, optional=optional)


def check_progress(workspace: "Workspace") -> Iterator[Finding]:
    """Look at the progress file and what lies beside it."""
    file = workspace.file
    try:
        events = file.read()
    except (ProgressDamaged, ProgressMissing, ProgressOfOther) as error:
        branches = isinstance(error, ProgressDamaged) and error.reason == "conflict-markers"
        yield from_error("progress", error, mendable=branches or bool(error.backups))
        return
    except LlmroadmapError as error:
        yield from_error("progress", error)
        return
    if not events:
        yield passed("progress", "progress-none", path=file.path)
        return
    yield passed("progress", "progress-read", path=file.path, events=len(events))
    newest = max(events, key=lambda event: timestamp(event["at"]))["at"]
    if timestamp(newest) > workspace.now.timestamp() + _A_DAY:
        yield note("progress", "from-the-future", at=newest)
    if workspace.progress.orphaned:
        ids = sorted(workspace.progress.orphaned)
        yield note("progress", "not-in-plan", ids=", ".join(ids[:10]), n=len(ids))


def check_conflicts(workspace: "Workspace") -> Iterator[Finding]:
    """Look for other versions of the progress file, as file synchronisers leave them."""
    copies, unread = copies_beside(workspace.file)
    for copy in copies:
        yield problem("progress", "copy-waiting", mendable=True, path=copy.path)
    for path, _ in unread:
        yield note("progress", "copy-unread", path=path)


def check_plans(workspace: "Workspace") -> Iterator[Finding]:
    """Look for copies of own roadmaps, whose names are no ids."""
    for path in unlisted(workspace.locations):
        yield note("plans", "plan-copy", path=path)


def check_sync(workspace: "Workspace") -> Iterator[Finding]:
    """Look at the folder of `sync`, and at git where that carries the progress file."""
    place = read_place(workspace.locations, device(workspace.environ))
    if place is None:
        yield passed("sync", "sync-off")
    elif os.path.isdir(place.folder):
        yield passed("sync", "sync-on", path=place.folder)
    else:
        yield note("sync", "sync-gone", path=place.folder)
    folder, name = os.path.split(os.path.realpath(workspace.file.path))
    if has_repository(folder):
        attribute, command = Git(folder).driver(name)
        if attribute != command:
            missing = ".gitattributes" if command else "git config merge.llmroadmap.driver"
            yield problem("sync", "driver-half", missing=missing)


def check_backups(workspace: "Workspace") -> Iterator[Finding]:
    """Look at the copies."""
    backups = workspace.file.backups
    try:
        copies = backups.listing()
    except LlmroadmapError as error:
        yield from_error("backups", error)
        return
    good = [copy for copy in copies if copy.events is not None]
    if good:
        yield passed("backups", "backups", n=len(good), day=good[0].day)
    else:
        yield passed("backups", "backups-none")
    real = os.path.realpath(workspace.file.path)
    for path in backups.richer(real):
        lost = len(backups.missing_from(real, path))
        yield problem("backups", "events-lost", mendable=True, path=path, n=lost)
    for copy in copies:
        if copy.events is None and not copy.name.startswith(DAMAGED):
            yield note("backups", "backup-unreadable", path=copy.path)


def check_lock(workspace: "Workspace") -> Iterator[Finding]:
    """See whether another process holds the lock."""
    path = workspace.file.lock_path
    if not os.path.lexists(path):
        yield passed("lock", "lock-free")
        return
    try:
        with locked(path, timeout=0):
            yield passed("lock", "lock-free")
    except Locked as error:
        yield note("lock", "lock-held", pid=error.pid or 0, path=path)
    except CannotWrite as error:
        yield from_error("lock", error)


def check_cache(workspace: "Workspace") -> Iterator[Finding]:
    """See whether compiled forms can be kept; without them everything works, only slower."""
    folder = workspace.locations.cache
    if not os.path.isdir(folder):
        yield passed("cache", "cache-none", path=folder)
    elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield note("cache", "cache-refused", path=folder)
    else:
        try:
            yield passed("cache", "cache", path=folder, files=len(os.listdir(folder)))
        except OSError as error:
            yield from_error("cache", CannotRead(folder, errno_name(error)))
