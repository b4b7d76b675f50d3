"""What a command works on: the roadmap, the learner's progress on it, and the way to change that."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from llmroadmap.cache import CacheMiss
from llmroadmap.cache.roadmap_cache import (
    CompiledIds,
    read_progress,
    write_progress,
)
from llmroadmap.core.days import learners_day
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.progress import Progress, nothing_yet
from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import is_settled
from llmroadmap.filesystem.locations import Locations
from llmroadmap.storage.library import BUNDLED, find_roadmap, is_file_name, user_path
from llmroadmap.storage.overlay_file import OverlayFile, own_changes
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.roadmap_file import open_roadmap
from llmroadmap.storage.settings_file import FIRST_WEEKDAY, Settings

if TYPE_CHECKING:
    from llmroadmap.cache.last_listing import LastListing
    from llmroadmap.core.progress.events import Draft, Event
    from llmroadmap.storage.progress_change import Change
    from llmroadmap.storage.restore import Restored


# Verbs after which a list that was shown still holds.
_LEAVE_LISTS = {"start", "stop", "note", "proof", "recall"}


class Recorded(NamedTuple):
    """What a change did: the progress before and after it, and its events."""

    before: Progress
    after: Progress
    events: "list[Event]"


class Workspace:
    """The files of one roadmap, read when they are first asked for."""

    def __init__(
        self,
        locations: Locations,
        settings: Settings,
        lang: str,
        now: datetime,
        choice: str = "",
        on_wait: Callable[[], None] | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self.locations = locations
        self.settings = settings
        self.lang = lang
        self.now = now
        self._typed_choice = choice
        self.on_wait = on_wait
        self.environ = environ
        self.recorded: list[Event] = []  # what this call wrote to the progress file
        self.has_changed = False  # Something was written: what a list showed is out of date.
        self._last: tuple[str, Progress] | None = None  # a fold, and the fingerprint of its file

    @property
    def today(self) -> int:
        """Return the learner's day, as an ordinal."""
        return learners_day(self.now, self.settings.day_ends).toordinal()

    @property
    def day_ends_at(self) -> float:
        """Return the instant, in seconds since 1970, at which the learner's day is over."""
        tomorrow = date.fromordinal(self.today + 1)
        return datetime.combine(tomorrow, time(self.settings.day_ends)).timestamp()

    @property
    def week_starts(self) -> int:
        """Return the first weekday, 0 for Monday."""
        return FIRST_WEEKDAY[self.settings.week_starts]

    def of(self, choice: str) -> "Workspace":
        """Return the workspace of another roadmap, by id or file."""
        return Workspace(
            self.locations,
            self.settings,
            self.lang,
            self.now,
            choice,
            self.on_wait,
            self.environ,
        )

    @cached_property
    def choice(self) -> str:
        """Return the roadmap that this is about, an id or a file; "" is the one in the settings.

        What was typed may be the beginning of an id, or words of a title.
        """
        typed = self._typed_choice
        if not typed or typed == BUNDLED or is_file_name(typed):
            return typed
        if os.path.exists(user_path(self.locations, typed)):
            return typed
        from llmroadmap.storage.roadmap_names import roadmap_named  # only for what is no whole id

        return roadmap_named(self.locations, typed)

    @cached_property
    def roadmap_path(self) -> str:
        """Return the roadmap's file."""
        return find_roadmap(self.locations, self.choice or self.settings.roadmap)

    @property
    def user_path(self) -> str:
        """Return where the learner's own roadmap of the chosen id is, or would be."""
        return user_path(self.locations, self.choice or self.settings.roadmap or BUNDLED)

    @cached_property
    def roadmap(self) -> Roadmap:
        """Return the roadmap."""
        path = self.roadmap_path
        choice = self.choice or self.settings.roadmap or BUNDLED
        cache_path = self.locations.cached("roadmap", path)
        if is_file_name(choice):
            # Whose own changes hold, only the file itself says.
            plain = open_roadmap(path, cache_path)
            own = own_changes(self.locations, plain.id, self.settings)
            roadmap = open_roadmap(path, f"{cache_path}-mine", own) if own.fingerprint else plain
        else:
            own = own_changes(self.locations, choice, self.settings)
            roadmap = open_roadmap(path, cache_path, own)
        roadmap.region = self.region
        if roadmap.due:
            roadmap.today = self.today
        return roadmap

    @property
    def overlay(self) -> OverlayFile:
        """Return the file of the learner's own changes to the roadmap."""
        choice = self.choice or self.settings.roadmap or BUNDLED
        # By the name of the plan, so that a damaged file can be mended; whose the changes to a
        # roadmap given as a file are, only that says.
        if is_file_name(choice):
            path = self.roadmap_path
            choice = open_roadmap(path, self.locations.cached("roadmap", path)).id
        return OverlayFile(self.locations, choice)

    def roadmap_changed(self) -> None:
        """Read roadmap and progress anew when they are next asked for."""
        self.has_changed = True
        self._last = None
        for name in ("roadmap", "progress"):
            self.__dict__.pop(name, None)

    def plan_changed(self) -> None:
        """Look anew for the roadmap's file too: it was replaced, or taken away."""
        self.roadmap_changed()
        self.__dict__.pop("roadmap_path", None)

    @property
    def region(self) -> str:
        """Return the region whose links come first, "" for none; auto: that of the locale."""
        chosen = self.settings.region
        if chosen != "auto":
            return "" if chosen == "none" else chosen
        names = (self.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        return "cn" if next(filter(None, names), "").startswith("zh_CN") else ""

    @cached_property
    def file(self) -> ProgressFile:
        """Return the progress file of the roadmap."""
        path = self.locations.progress(self.roadmap.id)
        return ProgressFile(path, self.locations.data, self.roadmap.id)

    @cached_property
    def progress(self) -> Progress:
        """Return the learner's progress as it is on disk now."""
        return self._folded(self.file.fingerprint(), self.file.read)[0]

    def _folded(
        self, fingerprint: str | None, read: "Callable[[], list[Event]]"
    ) -> tuple[Progress, bool]:
        """Return the fold of the file with this fingerprint, and whether the file was not read."""
        if fingerprint is None:
            events = read()
            return self._fold_again(events) if events else nothing_yet(self.roadmap), False
        if self._last is not None and self._last[0] == fingerprint:
            return self._last[1], True
        try:
            progress, known = read_progress(self._fold_path, fingerprint, self.roadmap), True
        except CacheMiss:
            progress, known = self._fold_again(read()), False
            if is_settled(fingerprint):
                write_progress(self._fold_path, fingerprint, progress)
        self._last = fingerprint, progress
        return progress, known

    def _fold_again(self, events: "list[Event]") -> Progress:
        from llmroadmap.core.progress.fold import fold  # only where the fold is not in the cache

        ids = self.roadmap.ids
        if isinstance(ids, CompiledIds):
            ids.index_all()
        return fold(self.roadmap, events)

    @property
    def _fold_path(self) -> str:
        return self.locations.cached(f"progress-{self.roadmap.id}", self.file.path)

    @cached_property
    def last_listing(self) -> list[str]:
        """Return the ids of the last list shown in this terminal: what @1, @2 … stand for."""
        return self._last_listing().read(self.roadmap.id)

    def save_listing(self, ids: Sequence[str]) -> None:
        """Keep the ids of a list that was just shown in this terminal."""
        self._last_listing().write(self.roadmap.id, ids)

    @property
    def listing_is_stale(self) -> bool:
        """Whether something was written that may change a list that was shown."""
        verbs = {event["do"] for event in self.recorded}
        return self.has_changed and not (verbs and verbs <= _LEAVE_LISTS)

    def clear_listing(self) -> None:
        """Let @1, @2 … stand for nothing in this terminal until a list is shown again."""
        if os.path.isdir(os.path.join(self.locations.cache, "shown")):
            self._last_listing().remove()

    def _last_listing(self) -> "LastListing":
        from llmroadmap.cache.last_listing import LastListing  # on terminals, and for an @

        return LastListing(self.locations.cache, self.environ)

    def events(self) -> "list[Event]":
        """Return all events of the progress file."""
        return self.file.read()

    def record(self, decide: "Callable[[Progress], list[Draft]]") -> Recorded:
        """Write the events that `decide` makes of the progress as it is under the lock.

        They need `do` and what belongs to it; the rest is added here, one change for all of them.
        """
        from llmroadmap.storage.recording import complete  # only for who writes

        with self.file.change(on_wait=self.on_wait) as change:
            before, known = self._folded(change.fingerprint, change.events)
            events = complete(
                decide(before),
                before.newest,
                now=self.now,
                day_ends=self.settings.day_ends,
                device=device(self.environ),
            )
            if not events:
                return Recorded(before, before, [])
            self.has_changed = True
            fingerprint = change.append(events, known=known)
            self.recorded += events
            after = self._after(before, events, change)
            if fingerprint:
                write_progress(self._fold_path, fingerprint, after)
                self._last = fingerprint, after
        self.__dict__["progress"] = after
        self._remember_plan()
        return Recorded(before, after, events)

    def restore(self, which: str | None) -> "Restored":
        """Put a copy, by default the newest, in the place of the progress file."""
        from llmroadmap.storage.restore import restore  # only for the command of that name

        restored = restore(self.file, which, on_wait=self.on_wait)
        self.progress_changed()
        return restored

    def progress_changed(self) -> None:
        """Read the progress anew when it is next asked for: a file was written past this object."""
        self.has_changed = True
        self.__dict__.pop("progress", None)

    def take_over(self, events: "list[Event]", fingerprint: str) -> None:
        """Fold what was just written to the progress file past this object, without reading it."""
        self.has_changed = True
        progress = self._fold_again(events)
        write_progress(self._fold_path, fingerprint, progress)
        self._last = fingerprint, progress
        self.__dict__["progress"] = progress

    def _remember_plan(self) -> None:
        """Keep what the ids mean today, once: a later version of the plan is compared with it."""
        path = self.locations.plan_snapshot(self.roadmap.id)
        if not os.path.exists(path):
            from llmroadmap.storage.plan_snapshot import write_snapshot  # once in a roadmap's life

            try:
                write_snapshot(path, self.roadmap_path)
            except (LlmroadmapError, OSError):
                pass  # the events are safe, and the next change tries again

    def _after(self, before: Progress, events: "list[Event]", change: "Change") -> Progress:
        from llmroadmap.core.progress.fold import advance, can_advance

        if can_advance(before, events):
            return advance(before, events)
        return self._fold_again(change.events())


def device(environ: Mapping[str, str]) -> str:
    """Return the name of this machine, for `undo`: it takes back what was done here."""
    # Up to the first dot: the rest, .local or .lan, follows the network that one is in.
    name = environ.get("LLMROADMAP_DEVICE") or _node().partition(".")[0]
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())[:40] or "-"


def _node() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
