"""What keeps the learner's files from being used: progress, backups, settings, roadmaps."""

from llmroadmap.core.errors import AtPath, LlmroadmapError


class RoadmapMissing(AtPath):
    """There is no roadmap file at `path`."""

    code = "roadmap-missing"


class ProgressError(AtPath):
    """A progress file that must not be used as it is.

    `backups` is how many good copies `restore` could go back to, `backup_folder` where they are;
    both are filled in by the one who knows them.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.backups = 0
        self.backup_folder = ""


class ProgressMissing(ProgressError):
    """No progress file where there was one: beside backups, or behind a link (`target`)."""

    code = "progress-missing"

    def __init__(self, path: str, target: str | None = None) -> None:
        super().__init__(path)
        self.target = target

    @property
    def variant(self) -> str:
        """The key of its message."""
        return self.code if self.target is None else "progress-missing-link"


class ProgressDamaged(ProgressError):
    """A progress file that is not what the program writes.

    `reason` is a key of the texts in `locales`; `line`, `column` and `event` count from 1, `offset`
    (of a byte) from 0; `expected` is a key too, `found` what stood there instead.
    """

    code = "progress-damaged"

    def __init__(
        self,
        path: str,
        reason: str,
        *,
        line: int | None = None,
        column: int | None = None,
        offset: int | None = None,
        event: int | None = None,
        field: str | None = None,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        super().__init__(path)
        self.reason = reason
        self.line = line
        self.column = column
        self.offset = offset
        self.event = event
        self.field = field
        self.expected = expected
        self.found = found

    @property
    def variant(self) -> str:
        """The key of its message."""
        two = self.reason == "conflict-markers"
        return "progress-damaged-two-versions" if two else self.code

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best."""
        if self.reason == "conflict-markers" or self.backups:
            return ()
        return ("progress-damaged-alone",)


class ProgressNewer(ProgressError):
    """A progress file of a format that a newer program wrote: never changed by this one."""

    code = "progress-newer"

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(path)
        self.found = found
        self.known = known


class ProgressOfOther(ProgressError):
    """A progress file that belongs to another roadmap than the one asked for."""

    code = "progress-of-other"

    def __init__(self, path: str, found: str, expected: str) -> None:
        super().__init__(path)
        self.found = found
        self.expected = expected

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best."""
        return () if self.backups else ("progress-of-other-alone",)


class NoSuchBackup(LlmroadmapError):
    """No good backup is called `which`; `names` are those there are, the newest first."""

    code = "no-such-backup"
    topic = "backup"
    exit_status = 2

    def __init__(self, which: str, names: list[str]) -> None:
        super().__init__(which)
        self.which = which
        self.names = names

    @property
    def variant(self) -> str:
        """The key of its message."""
        return self.code if self.which else "no-such-backup-at-all"


class InvalidSetting(LlmroadmapError):
    """A value in the settings that cannot be; `path` is "" where it came from the command line.

    `expected`: the words or range that are taken, or one of json, object, key. `closest`: the keys
    that look like one that is none.
    """

    code = "invalid-setting"
    exit_status = 1

    def __init__(
        self, path: str, key: str, value: str, expected: str, closest: tuple[str, ...] = ()
    ) -> None:
        super().__init__(key)
        self.closest = closest
        self.path = path
        self.key = key
        self.value = value
        self.expected = expected
        if not path:
            self.exit_status = 2

    @property
    def variant(self) -> str:
        """The key of its message."""
        match self.expected:
            case "json":
                return "invalid-setting-json"
            case "object":
                return "invalid-setting-object"
            case "key":
                return "invalid-setting-key" if self.path else "invalid-setting-key-given"
        return "invalid-setting" if self.path else "invalid-setting-given"


class UnknownRoadmap(LlmroadmapError):
    """No roadmap has this id; `known` are those there are."""

    code = "unknown-roadmap"
    exit_status = 2

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class AmbiguousRoadmap(LlmroadmapError):
    """A name that several roadmaps may have, `known` by their ids."""

    code = "ambiguous-roadmap"
    exit_status = 2

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class BuiltInRoadmap(LlmroadmapError):
    """The roadmap that ships with the program where one of the learner's own is wanted."""

    code = "built-in-roadmap"
    topic = "remove"
    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RoadmapExists(LlmroadmapError):
    """There is a roadmap with this id already, at `path`."""

    code = "roadmap-exists"
    exit_status = 2

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name)
        self.name = name
        self.path = path
