"""completion: Tab offers commands, options and ids with their titles."""

import os
from typing import Annotated

from llmroadmap.core.errors import InvalidOption
from llmroadmap.declaration import Argument, Choice, Command, Option
from llmroadmap.prompts import NeedsAnswer, Prompts
from llmroadmap.results.completion import CompletionResult
from llmroadmap.storage.completion_scripts import (
    SHELLS,
    add_line,
    has_line,
    is_written,
    remove_line,
    remove_script,
    script,
    script_location,
    source_line,
    write_script,
)
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="doctor",
    examples=(
        "llmroadmap completion install",
        "llmroadmap completion install --shell zsh",
        "llmroadmap completion uninstall",
        "llmroadmap completion bash",
    ),
    synchronised=False,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    what: Annotated[
        str, Argument(Choice("install", "uninstall", "bash", "zsh", "fish"), help="completion.what")
    ],
    shell: Annotated[
        str, Option("--shell", help="completion.shell", kind=Choice("bash", "zsh", "fish"))
    ] = "",
    yes: Annotated[bool, Option("--yes", "-y", help="completion.yes")] = False,
) -> CompletionResult:
    """Install the script of a shell, remove it, or return it."""
    if what in SHELLS:
        return CompletionResult(
            did="print",
            shell=what,
            path="",
            start_file="",
            line="",
            has_line=False,
            changed=[],
            script=script(what).decode(),
        )
    if what not in ("install", "uninstall"):
        raise InvalidOption("completion", what, "completion")
    shell = _shell(workspace, shell, prompts)
    path, rc_file = script_location(shell, workspace.environ)
    line = source_line(path) if rc_file else ""
    if what == "install":
        changed = _install(prompts, shell, path, rc_file, line, yes=yes)
    else:
        changed = [path] if remove_script(path) else []
        changed += [rc_file] if remove_line(rc_file, line) else []
    return CompletionResult(
        did=what,
        shell=shell,
        path=path,
        start_file=rc_file,
        line=line,
        has_line=what == "install" and bool(rc_file) and has_line(rc_file, line),
        changed=changed,
        script="",
    )


def _install(
    prompts: Prompts, shell: str, path: str, rc_file: str, line: str, *, yes: bool
) -> list[str]:
    """Write the script, and its line into the shell's start-up file; return the files changed."""
    is_written(shell, path)  # What cannot be written is said before anything is asked.
    lacks_line = bool(rc_file) and not has_line(rc_file, line)
    may_add = lacks_line and _may_add(prompts, rc_file, line, yes=yes)
    changed = [path] if write_script(shell, path) else []
    if may_add:
        add_line(rc_file, line)
        changed.append(rc_file)
    return changed


def _shell(workspace: Workspace, given: str, prompts: Prompts) -> str:
    """Return the shell that was named, else the one that the user uses, else ask which."""
    if given and given not in SHELLS:
        raise InvalidOption("--shell", given, "shell")
    shell = given or os.path.basename(workspace.environ.get("SHELL", "")).removesuffix(".exe")
    if shell not in SHELLS:
        shell = SHELLS[
            prompts.select("pick_shell", [(each, "") for each in SHELLS], option="--shell")
        ]
    return shell


def _may_add(prompts: Prompts, rc_file: str, line: str, *, yes: bool) -> bool:
    """Ask whether the line may be added; where nobody can answer, the user is told to add it.

    A no is the end of it: nothing has been written yet.
    """
    if yes:
        return True
    try:
        prompts.confirm("completion-line", option="--yes", path=rc_file, line=line)
    except NeedsAnswer:
        return False
    return True
