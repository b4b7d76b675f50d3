"""What the README says that the program prints is what it prints."""

import re
from pathlib import Path

import pytest

from conftest import NOW, Run, Stream, split
from llmroadmap.cli import main

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_is_as_it_was(home: Path, session: str) -> None:
    lang = "zh" if re.search("[\u4e00-\u9fff]", session) else "en"
    for exchange in re.split(r"^\$ llmroadmap ?", session, flags=re.MULTILINE)[1:]:
        line, _, shown = exchange.partition("\n")
        assert shown == printed(home, line, lang), line


def printed(home: Path, line: str, lang: str) -> str:
    """What a line prints into a pipe that shows Unicode."""
    out = Stream()
    environ = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_NOW": NOW, "LLMROADMAP_LANG": lang}
    main(split(line), {**environ, "LLMROADMAP_DEVICE": "test"}, out, out)
    return out.getvalue()


def test_there_is_a_session_in_each_language() -> None:
    assert len(SESSIONS) >= 2


@pytest.mark.parametrize("line", re.findall(r"`(?:llmroadmap )([a-z]+)[^`]*`", README))
def test_commands_in_the_text_are_commands(run: Run, line: str) -> None:
    assert run([line, "--help"]).status == 0
