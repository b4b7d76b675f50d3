"""The standard streams, also when they are closed, full, or nobody reads them any more."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.files import errno_name


class OutputFailed(LlmroadmapError):
    """The answer could not be written; what the command did stays done."""

    code = "output-failed"

    def __init__(self, errno_name: str) -> None:
        super().__init__(errno_name)
        self.errno_name = errno_name


def protect_streams() -> None:
    """Give the places of closed standard streams to streams that can do nothing.

    Otherwise the next file opened would get such a place, and the next message end up in it.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # Open for reading only, so that writing fails as it does on a closed stream.
            handle = os.open(os.devnull, os.O_RDONLY)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(handle, mode, encoding="utf-8", closefd=False))


def write_or_fail(write: Callable[[], None], stream: TextIO) -> None:
    """Write an answer, whole and now; raise OutputFailed where it does not arrive.

    Who has stopped reading, as `head` does, has read enough: that is no failure.
    """
    try:
        write()
        stream.flush()
    except BrokenPipeError:
        discard_output(stream)
    except OSError as error:
        discard_output(stream)
        raise OutputFailed(errno_name(error)) from error


def discard_output(stream: TextIO) -> None:
    """Let what is still to be written to a broken stream go nowhere."""
    handle = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(handle, stream.fileno())
    finally:
        os.close(handle)
