"""Longer text that somebody writes: piped in, or in their own editor."""

import codecs
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from llmroadmap.core.errors import LlmroadmapError, NotUtf8
from llmroadmap.core.progress.notes import LONGEST
from llmroadmap.filesystem.errors import CannotRead, CannotWrite
from llmroadmap.filesystem.files import errno_name

# Seconds in which nobody has written anything: the window of a graphical editor is still open.
_AT_ONCE = 1.0
_EDITORS = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")


class NoEditor(LlmroadmapError):
    """No editor is chosen, and none is there to open."""

    code = "no-editor"
    topic = "edit"
    exit_status = 2


class EditorFailed(LlmroadmapError):
    """The editor `command` could not be run, or ended with a failure.

    `reason` is the system's (ENOENT …), the status it ended with, or `quotes` for a command whose
    quotation marks do not match.
    """

    code = "editor-failed"
    topic = "edit"

    def __init__(self, command: str, reason: str) -> None:
        super().__init__(command)
        self.command = command
        self.reason = reason

    @property
    def variant(self) -> str:
        """The key of its message."""
        special = {"at-once": "editor-failed-at-once", "encoding": "editor-failed-encoding"}
        return special.get(self.reason, self.code)


def from_standard_input() -> str:
    """Return what is piped in, up to a little more than a note may be long.

    Raises NotUtf8 with the line that is not.
    """
    if sys.stdin is None:
        return ""
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        return sys.stdin.read(LONGEST + 2)
    # Bytes, since the locale decides what the text stream would make of them.
    data: bytes = binary.read(4 * (LONGEST + 2))
    try:
        return _decoded(data)
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 and len(data) == 4 * (LONGEST + 2):
            return data[: error.start].decode()  # cut within a character, and too long anyway
        raise NotUtf8("stdin", data.count(b"\n", 0, error.start) + 1) from error


def _decoded(data: bytes) -> str:
    """Return the text of UTF-8, or of UTF-16 that says so; raises UnicodeDecodeError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


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
            text = "?"  # There is something to keep until it is known that there is not.
            text = above(_read(path, argv), mark)
        yield text
    except BaseException as error:
        # A window may be open still, and its text go into this file.
        keep = bool(text) or (isinstance(error, EditorFailed) and error.reason == "at-once")
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
    begun, before = time.monotonic(), _looked_at(path)
    try:
        process = subprocess.Popen([*argv, path], stdout=output)
    except OSError as error:
        raise EditorFailed(command, errno_name(error)) from error
    with _interrupts_ignored():  # After the start: the editor must not inherit it.
        status = process.wait()
    if status:
        raise EditorFailed(command, str(status))
    if time.monotonic() - begun < _AT_ONCE and _looked_at(path) == before:
        raise EditorFailed(command, "at-once")


def _looked_at(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Leave Ctrl-C to the program in the foreground: what it means there is its own affair."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _write(path: str, text: str) -> None:
    try:
        with open(path, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(path, errno_name(error)) from error


def _read(path: str, argv: list[str]) -> str:
    try:
        with open(path, "rb") as file:
            return _decoded(file.read())
    except UnicodeDecodeError as error:
        raise EditorFailed(" ".join(argv), "encoding") from error
    except FileNotFoundError:  # Thrown away in the editor: nothing was to be kept.
        return ""
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
