"""Longer text that somebody writes: piped in, or in their own editor."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from llmroadmap.core.errors import CannotRead, CannotWrite, EditorFailed, LlmroadmapError, NoEditor
from llmroadmap.core.progress.notes import LONGEST
from llmroadmap.filesystem.files import errno_name

_EDITORS = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")


def from_standard_input() -> str:
    """Return what is piped in, up to a little more than a note may be long."""
    return "" if sys.stdin is None else sys.stdin.read(LONGEST + 2)


@contextmanager
def from_editor(
    template: str, mark: str, environ: Mapping[str, str], *, is_terminal: bool
) -> Iterator[str]:
    """Yield what is written in the editor above the line that begins with `mark`.

    The draft lies in a folder of its own that nobody else can look into, until the context ends; if
    it ends with an error, the draft stays and the error says where.
    """
    argv = _editor(environ, is_terminal=is_terminal)
    folder = tempfile.mkdtemp(prefix="llmroadmap-")
    path = os.path.join(folder, "note.md")
    text, keep = "", False
    try:
        _write(path, template)
        try:
            _run(argv, path)
        finally:
            text = above(_read(path), mark)
        yield text
    except BaseException as error:
        keep = bool(text)
        if keep and isinstance(error, LlmroadmapError):
            error.draft = path
        raise
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def edited(
    data: bytes, name: str, environ: Mapping[str, str], *, is_terminal: bool
) -> Iterator[bytes]:
    """Yield what becomes of `data` in the editor; the draft is kept as `from_editor` keeps it."""
    argv = _editor(environ, is_terminal=is_terminal)
    folder = tempfile.mkdtemp(prefix="llmroadmap-")
    path = os.path.join(folder, name)
    keep = False
    try:
        with open(path, "wb") as file:
            file.write(data)
        _run(argv, path)
        with open(path, "rb") as file:
            after = file.read()
        yield after
    except LlmroadmapError as error:
        keep = os.path.exists(path)
        if keep:
            error.draft = path
        raise
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def above(text: str, mark: str) -> str:
    """Return the text without the line that begins with `mark` and what is below it."""
    rows = text.replace("\r\n", "\n").split("\n")
    end = next((n for n, row in enumerate(rows) if row.startswith(mark)), len(rows))
    return "\n".join(rows[:end]).strip("\n").rstrip()


def _editor(environ: Mapping[str, str], *, is_terminal: bool) -> list[str]:
    """Return the words of the command that the user has chosen, or of an editor that is there."""
    for name in ("VISUAL", "EDITOR"):
        chosen = environ.get(name, "").strip()
        if not chosen:
            continue
        try:
            return shlex.split(chosen, posix=sys.platform != "win32")
        except ValueError as error:
            raise EditorFailed(chosen, "quotes") from error
    found = [name for name in _EDITORS if shutil.which(name, path=environ.get("PATH"))]
    if not found or not is_terminal:
        raise NoEditor
    return found[:1]


def _run(argv: list[str], path: str) -> None:
    command = " ".join(argv)
    # Where our answer goes into a file or a pipe, the editor still draws on the terminal.
    output = None if os.isatty(1) else 2
    try:
        status = subprocess.run([*argv, path], stdout=output, check=False).returncode
    except OSError as error:
        raise EditorFailed(command, errno_name(error)) from error
    if status:
        raise EditorFailed(command, str(status))


def _write(path: str, text: str) -> None:
    try:
        with open(path, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            return file.read()
    except FileNotFoundError:  # Thrown away in the editor: nothing was to be kept.
        return ""
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
