"""Long lists go through the pager, in a real terminal."""

import os
import pty
import struct
import sys
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pytest


def on_terminal(words: list[str], rows: int, **environ: str) -> str:
    pid, screen = pty.fork()
    if pid == 0:
        ioctl(1, TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        os.execve(
            sys.executable,
            [sys.executable, "-m", "llmroadmap", *words],
            {**os.environ, "TERM": "xterm", "LLMROADMAP_LANG": "en", **environ},
        )
    printed = b""
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
    os.waitpid(pid, 0)
    return printed.decode("utf-8", "replace")


@pytest.fixture
def pager(tmp_path: Path) -> str:
    script = tmp_path / "pager.py"
    script.write_text(
        "import sys\n"
        "text = sys.stdin.buffer.read().decode(errors='replace')\n"
        "print('PAGED', text.count(chr(10)), 'links' if ']8;' in text else 'no links')\n"
        "import os\n"
        "print('CHARSET', os.environ.get('LESSCHARSET'))\n"
    )
    return f"{sys.executable} {script}"


def test_what_fits_is_printed_and_what_does_not_is_paged(pager: str, tmp_path: Path) -> None:
    home = {"LLMROADMAP_HOME": str(tmp_path / "home"), "PAGER": pager}
    assert "PAGED" not in on_terminal(["list", "hf.1"], 40, **home)
    paged = on_terminal(["list", "hf.1"], 10, **home)
    assert "PAGED 14 no links" in paged
    assert "PAGED" not in on_terminal(["status"], 10, **home)


def test_the_pager_is_told_what_it_gets(pager: str, tmp_path: Path) -> None:
    home = {"LLMROADMAP_HOME": str(tmp_path / "home"), "PAGER": pager, "PYTHONUTF8": "1"}
    assert "CHARSET utf-8" in on_terminal(["list", "hf.1"], 10, **home)
    assert "CHARSET latin1" in on_terminal(["list", "hf.1"], 10, **home, LESSCHARSET="latin1")
    assert "CHARSET None" in on_terminal(
        ["list", "hf.1"], 10, **home, LESSCHARDEF="8bcccbcc18b95.b"
    )
    assert "CHARSET None" in on_terminal(
        ["list", "hf.1"], 10, **{**home, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    )


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager", "'"])
def test_without_a_pager_it_is_printed(pager: str, tmp_path: Path) -> None:
    home = {"LLMROADMAP_HOME": str(tmp_path / "home"), "PAGER": pager}
    assert "hf.1.quiz" in on_terminal(["list", "hf.1"], 10, **home)
