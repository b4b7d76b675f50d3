"""mcp called by hand says how to connect an assistant; tests/mcp has the server."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from mcp_client import environ_of
from typing_session import TypingSession


@pytest.mark.parametrize(
    ("words", "said"), [([], "With --write"), (["--write"], "llmroadmap undo")]
)
def test_by_hand_it_shows_the_settings(home: Path, words: list[str], said: str) -> None:
    environ = {**environ_of(home), "TERM": "xterm", "NO_COLOR": "1"}
    line = [sys.executable, "-m", "llmroadmap", "mcp", *words]
    with TypingSession(line, environ, 100) as session:
        text = session.rest()
    assert '"command": "llmroadmap"' in text
    assert said in " ".join(text.split())
