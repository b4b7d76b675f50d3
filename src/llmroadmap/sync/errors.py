"""What keeps machines from being synchronised."""

from llmroadmap.core.errors import AtPath, LlmroadmapError


class NoFolder(LlmroadmapError):
    """No folder was named yet, neither now nor before."""

    code = "sync-no-folder"
    topic = "sync"


class FolderMissing(AtPath):
    """The folder is not there: a stick that is not plugged in, or a name mistyped."""

    code = "sync-folder-missing"
    topic = "sync"


class NotInGit(AtPath):
    """The folder is in no working tree of git."""

    code = "not-in-git"
    topic = "sync"


class GitFailed(LlmroadmapError):
    """A git command that did not work; what is to be run by hand, and what git said."""

    code = "git-failed"
    topic = "sync"

    def __init__(self, command: str, said: str, folder: str) -> None:
        super().__init__(command)
        self.command = command
        self.said = said
        self.folder = folder
