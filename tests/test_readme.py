"""What the READMEs say that the program prints is what it prints."""

import importlib.util
import re
from pathlib import Path

import pytest

from conftest import Run

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.zh.md"]


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", READMES)
def test_the_sessions_are_as_they_were(name: str) -> None:
    sessions = script("readme_sessions")
    lang = sessions.READMES[ROOT / name]
    assert sessions.with_output(text_of(name), lang) == text_of(name), "run make generate"


@pytest.mark.parametrize("name", READMES)
def test_there_is_a_session(name: str) -> None:
    assert text_of(name).count("```console") >= 1


@pytest.mark.parametrize("name", READMES)
def test_commands_in_the_text_are_commands(run: Run, name: str) -> None:
    lines = re.findall(r"(?:`|^)llmroadmap ([a-z]+)", text_of(name), re.MULTILINE)
    assert len(lines) > 15
    for line in dict.fromkeys(lines):
        assert run([line, "--help"]).status == 0, line


@pytest.mark.parametrize("name", READMES)
def test_its_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text_of(name)):
        assert target.startswith("http") or (ROOT / target).exists(), target


def test_both_tell_of_the_same_things() -> None:
    english, chinese = (re.findall(r"^## ", text_of(name), re.MULTILINE) for name in READMES)
    assert abs(len(english) - len(chinese)) <= 1


def test_its_figures_are_those_of_the_roadmap(run: Run) -> None:
    whole = run("status --json").data
    for name in READMES:
        assert f"{whole['total']} " in text_of(name)
        assert f"{round(whole['minutes_left'] / 60)} " in text_of(name)
