"""A program in a terminal of its own: type into it, and read what it shows."""

import os
import re
import select
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Self

if sys.platform != "win32":
    import fcntl
    import pty
    import struct
    import termios

PATIENCE = 30.0  # seconds that a loaded machine may take for what takes a tenth of one
_STEERING = re.compile(
    r"\x1b(?:\[[0-9;?>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|.)"
)


class TypingSession:
    """Runs `words` in a pseudo-terminal."""

    def __init__(self, words: Sequence[str], environ: Mapping[str, str], width: int = 100) -> None:
        self.shown = ""
        self._read_to = 0
        pid, terminal = pty.fork()
        if pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
            # Whoever runs the tests in the background ignores it, and what is ignored is inherited.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execvpe(words[0], list(words), dict(environ))
        self._pid, self._terminal = pid, terminal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            os.kill(self._pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self._terminal)
        os.waitpid(self._pid, 0)

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self._terminal, text.encode())

    def expect(self, pattern: str) -> str:
        """Read until what is shown since the last match has another; return all up to its end."""
        end = time.monotonic() + PATIENCE
        while not (match := re.search(pattern, self.text[self._read_to :])):
            left = end - time.monotonic()
            ready = left > 0 and select.select([self._terminal], [], [], left)[0]
            if not ready or not self._read():
                raise AssertionError(f"{pattern!r} did not come; there was {self.text!r}")
        start, self._read_to = self._read_to, self._read_to + match.end()
        return self.text[start : self._read_to]

    def rest(self) -> str:
        """Read until the program ends; return all that it showed."""
        end = time.monotonic() + PATIENCE
        while select.select([self._terminal], [], [], max(end - time.monotonic(), 0))[0]:
            if not self._read():
                return self.text
        raise AssertionError(f"it did not end; there was {self.text!r}")

    def seen(self) -> str:
        """Read what has come by now, waiting only a moment; return all that was shown."""
        if select.select([self._terminal], [], [], 0.02)[0]:
            self._read()
        return self.text

    @property
    def text(self) -> str:
        """All that was shown, without colours and cursor movements."""
        return _STEERING.sub("", self.shown).replace("\r\n", "\n").replace("\r", "\n")

    def _read(self) -> bool:
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # how Linux says that the other side has gone
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)
