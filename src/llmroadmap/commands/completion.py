"""completion: Tab offers commands, options and ids with their titles."""

import os
from collections.abc import Callable
from typing import Annotated

from typer import Argument, Option

from llmroadmap.core.errors import InvalidOption, NeedsAnswer
from llmroadmap.results.completion import CompletionResult
from llmroadmap.storage.completion_scripts import (
    SHELLS,
    add_line,
    has_line,
    is_written,
    place,
    remove_line,
    remove_script,
    script,
    start_line,
    write_script,
)
from llmroadmap.storage.workspace import Workspace

EXAMPLES = (
    "llmroadmap completion install",
    "llmroadmap completion install --shell zsh",
    "llmroadmap completion uninstall",
    "llmroadmap completion bash",
)


def run(
    workspace: Workspace,
    ask: Callable[..., None],
    choose: Callable[..., int],
    what: Annotated[
        str, Argument(metavar="install|uninstall|bash|zsh|fish", help="completion.what")
    ],
    shell: Annotated[str, Option("--shell", metavar="bash|zsh|fish", help="completion.shell")] = "",
    yes: Annotated[bool, Option("--yes", "-y", help="completion.yes")] = False,
) -> CompletionResult:
    """Install the script of a shell, remove it, or return it."""
    if what in SHELLS:
        return CompletionResult("print", what, "", "", "", False, [], script(what).decode())
    if what not in ("install", "uninstall"):
        raise InvalidOption("completion", what, "completion")
    shell = _shell(workspace, shell, choose)
    path, start_file = place(shell, workspace.environ)
    line = start_line(path) if start_file else ""
    if what == "uninstall":
        changed = [path] if remove_script(path) else []
        changed += [start_file] if remove_line(start_file, line) else []
        return CompletionResult(what, shell, path, start_file, line, False, changed, "")
    is_written(shell, path)  # What cannot be written is said before anything is asked.
    lacks_line = bool(start_file) and not has_line(start_file, line)
    may_add = lacks_line and _may_add(ask, start_file, line, yes=yes)
    changed = [path] if write_script(shell, path) else []
    if may_add:
        add_line(start_file, line)
        changed.append(start_file)
    is_read = bool(start_file) and has_line(start_file, line)
    return CompletionResult(what, shell, path, start_file, line, is_read, changed, "")


def _shell(workspace: Workspace, given: str, choose: Callable[..., int]) -> str:
    """Return the shell that was named, else the one that the person uses, else ask which."""
    if given and given not in SHELLS:
        raise InvalidOption("--shell", given, "shell")
    shell = given or os.path.basename(workspace.environ.get("SHELL", "")).removesuffix(".exe")
    if shell not in SHELLS:
        shell = SHELLS[choose("pick_shell", [(each, "") for each in SHELLS], option="--shell")]
    return shell


def _may_add(ask: Callable[..., None], start_file: str, line: str, *, yes: bool) -> bool:
    """Ask whether the line may be added; where nobody can answer, the person is told to add it.

    A no is the end of it: nothing has been written yet.
    """
    if yes:
        return True
    try:
        ask("completion-line", option="--yes", path=start_file, line=line)
    except NeedsAnswer:
        return False
    return True
