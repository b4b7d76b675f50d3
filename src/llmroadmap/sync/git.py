"""Git, where it carries the folder: the git program, asked for our own files only."""

import os
import subprocess
from collections.abc import Sequence

from llmroadmap.sync.errors import GitFailed

_ATTEMPTS = 5  # pushes, while another machine pushes too
_DRIVER = "llmroadmap"
DRIVER_COMMAND = "llmroadmap merge-driver %O %A %B"


def has_repository(folder: str) -> bool:
    """Tell, without asking git, whether the folder may be in a working tree."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return False
        folder = parent
    return True


class Git:
    """The repository around a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def is_there(self) -> bool:
        """Tell whether the folder is in the working tree of a repository."""
        try:
            return self._run("rev-parse", "--is-inside-work-tree").stdout.strip() == "true"
        except GitFailed:
            return False

    def pull(self) -> int | None:
        """Take over what other machines pushed; return how many commits, None without a remote."""
        if not self._upstream():
            return None
        before = self._head()
        self.run("pull", "--quiet", "--rebase", "--autostash")
        return self._count(before)

    def push(self, paths: Sequence[str], message: str) -> int | None:
        """Commit these files, and nothing else, and push; return the number of commits pushed.

        Raises GitFailed.
        """
        if paths:
            self.run("add", "--", *paths)
            if self._run("diff", "--cached", "--quiet", "--", *paths, check=False).returncode:
                self.run("commit", "--quiet", "--message", message, "--", *paths)
        if not self._upstream():
            return None
        for attempt in range(_ATTEMPTS):
            ahead = int(self._run("rev-list", "--count", "@{upstream}..HEAD").stdout)
            if not ahead:
                return 0
            pushed = self._run("push", "--quiet", check=False)
            if pushed.returncode == 0:
                return ahead
            if attempt == _ATTEMPTS - 1:
                raise GitFailed("git push", _last(pushed.stderr), self.folder)
            self.run("pull", "--quiet", "--rebase", "--autostash")
        return 0

    def install_driver(self, pattern: str) -> str:
        """Let git merge progress files by their events; return the file of attributes.

        The attribute says which files, the configuration what to do with them: without either,
        git merges line by line.
        """
        top = self.top()
        path = os.path.join(top, ".gitattributes")
        line = f"{pattern} merge={_DRIVER}\n"
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
        except FileNotFoundError:
            text = ""
        if line not in text.splitlines(keepends=True):
            text += "\n" * (bool(text) and not text.endswith("\n"))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text + line)
        self.run("config", f"merge.{_DRIVER}.name", "join progress files by their events")
        self.run("config", f"merge.{_DRIVER}.driver", DRIVER_COMMAND)
        return path

    def driver(self, path: str) -> tuple[bool, bool]:
        """Tell whether the attribute of a file names our driver, and whether that is configured."""
        attribute = self._run("check-attr", "merge", "--", path, check=False).stdout
        command = self._run("config", f"merge.{_DRIVER}.driver", check=False).stdout
        return attribute.strip().endswith(f"merge: {_DRIVER}"), bool(command.strip())

    def top(self) -> str:
        """Return the repository's top folder."""
        return self._run("rev-parse", "--show-toplevel").stdout.rstrip("\n")

    def run(self, *words: str) -> str:
        """Run a git command; raise GitFailed with the command where it does not work."""
        return self._run(*words).stdout

    def _upstream(self) -> bool:
        return self._run("rev-parse", "@{upstream}", check=False).returncode == 0

    def _head(self) -> str:
        return self._run("rev-parse", "--verify", "HEAD", check=False).stdout.strip()

    def _count(self, before: str) -> int:
        since = f"{before}..HEAD" if before else "HEAD"
        return int(self._run("rev-list", "--count", since).stdout or 0)

    def _run(self, *words: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"}
        try:
            done = subprocess.run(
                ["git", *words],  # noqa: S607 - that which the user has on the path
                cwd=self.folder,
                env=env,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
            raise GitFailed("git --version", "git was not found", self.folder) from error
        if check and done.returncode:
            raise GitFailed(_shown(words), _last(done.stderr or done.stdout), self.folder)
        return done


def _shown(words: Sequence[str]) -> str:
    import shlex

    return shlex.join(["git", *(word for word in words if word != "--quiet")])


def _last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    relevant = [line for line in lines if line.startswith(("fatal:", "error:", "! ["))]
    return (relevant or lines or [""])[0]
