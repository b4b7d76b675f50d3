"""What the system will not let us do with a file, and files that are left alone."""

from llmroadmap.core.errors import AtPath, LlmroadmapError


class BySystem(LlmroadmapError):
    """Something that the system would not do at `path`; `errno_name` is its reason (EACCES …)."""

    def __init__(self, path: str, errno_name: str) -> None:
        super().__init__(path, errno_name)
        self.path = path
        self.errno_name = errno_name

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best: that of the reason."""
        return (self.errno_name,)


class CannotRead(BySystem):
    """The system would not let us read `path`."""

    code = "cannot-read"


class CannotWrite(BySystem):
    """The system would not let us write `path`.

    The old file is whole. `replaced` is true only where the new file was already in its place and
    merely its folder could not be flushed: it is there, but a power cut might still take it back.
    """

    code = "cannot-write"

    def __init__(self, path: str, errno_name: str, *, replaced: bool = False) -> None:
        super().__init__(path, errno_name)
        self.replaced = replaced

    @property
    def variant(self) -> str:
        """The key of its message."""
        return "cannot-write-replaced" if self.replaced else self.code


class ChangedMeanwhile(AtPath):
    """Another program keeps writing `path` while we want to, without asking for the lock."""

    code = "changed-meanwhile"


class SystemRefused(BySystem):
    """Anything else that the system would not do, at `path` where that is known."""

    code = "system-refused"

    @property
    def variant(self) -> str:
        """The key of its message."""
        return self.code if self.path else "system-refused-nowhere"


class HomeMoved(LlmroadmapError):
    """The folder that progress and settings were moved to is not there; `file` names it."""

    code = "home-moved"

    def __init__(self, path: str, file: str) -> None:
        super().__init__(path)
        self.path = path
        self.file = file


class NoHome(LlmroadmapError):
    """Nobody said where the learner's files are to be, and there is no home folder."""

    code = "no-home"


class NotAFile(LlmroadmapError):
    """At `path` there is no ordinary file but a `kind`: folder, fifo, socket, device."""

    code = "not-a-file"

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind


class TooBig(LlmroadmapError):
    """The file at `path` has more bytes than are read at all."""

    code = "too-big"

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(path, size, limit)
        self.path = path
        self.size = size
        self.limit = limit


class LinkRefused(LlmroadmapError):
    """The symbolic link at `path` leads to a file, `target`, that belongs to somebody else."""

    code = "link-refused"

    def __init__(self, path: str, target: str) -> None:
        super().__init__(path, target)
        self.path = path
        self.target = target


class Locked(LlmroadmapError):
    """Another process (`pid`, where known) held the lock at `path` for all of our patience."""

    code = "locked"

    def __init__(self, path: str, pid: int | None) -> None:
        super().__init__(path, pid)
        self.path = path
        self.pid = pid

    @property
    def variant(self) -> str:
        """The key of its message."""
        return "locked-unnamed" if self.pid is None else self.code
