"""What keeps machines from being synchronised."""

from llmroadmap.core.errors import LlmroadmapError


class NoFolder(LlmroadmapError):
    """No folder was named yet, neither now nor before."""

    code = "sync-no-folder"


class FolderMissing(LlmroadmapError):
    """The folder is not there: a stick that is not plugged in, or a name mistyped."""

    code = "sync-folder-missing"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotInGit(LlmroadmapError):
    """The folder is in no working tree of git."""

    code = "not-in-git"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class GitFailed(LlmroadmapError):
    """A git command that did not work; what is to be run by hand, and what git said."""

    code = "git-failed"

    def __init__(self, command: str, said: str, folder: str) -> None:
        super().__init__(command)
        self.command = command
        self.said = said
        self.folder = folder
