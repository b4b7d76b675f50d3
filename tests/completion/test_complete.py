"""What is offered at a Tab: the answer to the shell, without a shell."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SMALL, Run
from llmroadmap.commands import COMMANDS
from llmroadmap.completion.complete import FILES, GLOBAL, LONGEST, VERSION, main
from llmroadmap.completion.signatures import signature

Offer = Callable[..., dict[str, str]]

HOSTILE = """\
format: 1
id: hostile
title: Hostile
stages:
  - id: s1
    title: "Stage \\e[31m red"
    items:
      - {id: a, title: "$(touch pwned) `touch pwned` [x] %F{red} ; touch pwned"}
      - {id: b, title: "tab\\tnew\\nline \\u202e turned \\x07 bell \\u200b"}
      - {id: c, title: "it's \\"quoted\\" \\\\ ${HOME} !! * ~ & | > pwned"}
      - {id: d, title: 用 $(touch pwned) 攻击}
"""


@pytest.fixture
def offer(home: Path) -> Offer:
    """Ask what may come in the place of the last word: `offer("done", "hf.3.")`."""

    def ask(*words: str, **environ: str) -> dict[str, str]:
        out = io.StringIO()
        surroundings = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en", **environ}
        assert main(words, surroundings, out) == 0
        lines = [each.split("\t") for each in out.getvalue().splitlines()]
        assert all(len(each) == 2 for each in lines)
        return dict(lines)

    return ask


def test_commands_with_their_help(offer: Offer) -> None:
    assert list(offer("")) == list(COMMANDS)
    assert offer("do") == {"done": "tick steps", "doctor": "check the setup"}
    assert offer("don", LLMROADMAP_LANG="zh") == {"done": "标为完成"}
    assert offer("--lang", "zh", "don") == {"done": "标为完成"}
    assert offer("xyz") == {}
    assert list(offer("help", "do")) == ["done", "doctor"]


def test_options(offer: Offer) -> None:
    options = offer("done", "--")
    assert {"--on", "--yes", "--lang", "--json", "--help"} <= set(options)
    assert "--version" not in options
    assert "--version" in offer("--")
    assert "--yes" not in offer("done", "--yes", "--")
    assert offer("done", "--y") == {"--yes": "do not ask"}
    assert offer("done", "--", "--") == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--lang", ""], ["en", "zh"]),
        (["done", "--lang", "z"], ["zh"]),
        (["--lang=z"], ["--lang=zh"]),
        (["--lang", "=", "z"], ["--lang=zh"]),
        (["--lang", "="], ["--lang=en", "--lang=zh"]),
        (["done", "--on", "y"], ["yesterday"]),
        (["export", "--format", "ma"], ["markdown"]),
        (["export", "--output", ""], [FILES]),
        (["add", ""], [FILES]),
        (["--roadmap", ""], ["llm"]),
        (["--roadmap", "./"], [FILES]),
        (["use", ""], ["llm"]),
        (["skip", "--reason", ""], []),
        (["next", "-n", ""], []),
        (["config", "lang"], ["language", "languages"]),
        (["config", "language", ""], ["auto", "en", "zh"]),
        (["config", "language", "zh", ""], []),
        (["config", "unset", "lang"], ["language", "languages"]),
        (["completion", "in"], ["install"]),
        (["completion", "install", "--shell", ""], ["bash", "zsh", "fish"]),
        (["undo", ""], []),
        (["show", "hf.0.1", ""], []),
    ],
)
def test_values(offer: Offer, words: list[str], expected: list[str]) -> None:
    assert list(offer(*words)) == expected


def test_steps_that_make_sense(offer: Offer, run: Run) -> None:
    run("done hf.3.2 hf.3.4")
    run("start hf.3.1")
    run("skip hf.3.5")
    assert list(offer("done", "hf.3.")) == [f"hf.3.{n}" for n in ("1", "3", "6", "quiz", "code")]
    assert list(offer("start", "hf.3.")) == [f"hf.3.{n}" for n in ("3", "6", "quiz", "code")]
    assert list(offer("reopen", "")) == ["hf.3.2", "hf.3.4", "hf.3.5"]
    assert offer("reopen", "hf.3.2")["hf.3.2"] == "Processing the data"
    assert "hf.3" in offer("show", "hf.3")
    assert list(offer("checkin", "notes")) == ["notes1", "notes2", "notes3"]
    assert "s1" in offer("status", "") and "hf.3.1" not in offer("status", "hf.3")
    assert "hf.3" in offer("list", "hf.3")
    assert "hf.3.1" not in offer("list", "hf.3")


def test_courses_come_first_where_there_are_many_steps(offer: Offer) -> None:
    courses = offer("done", "")
    assert courses["hf."] == "Hugging Face LLM Course"
    assert offer("done", "", LLMROADMAP_LANG="zh")["bili."] == "手把手带你实战Transformers"
    assert "hf.12." in offer("done", "hf.")


def test_what_was_given_is_not_offered_again(offer: Offer) -> None:
    assert "hf.3.1" not in offer("done", "hf.3.1", "hf.3.")


def test_the_roadmap_named_in_the_line_is_meant(offer: Offer) -> None:
    assert offer("--roadmap", str(SMALL), "show", "c.p") == {"c.paper": "Attention Is All You Need"}
    assert list(offer("done", "--roadmap", str(SMALL), "b.")) == ["b.1", "b.2"]
    assert list(offer("done", "b.", LLMROADMAP_ROADMAP=str(SMALL))) == ["b.1", "b.2"]


def test_whatever_is_wrong_nothing_is_offered(offer: Offer, home: Path, tmp_path: Path) -> None:
    assert offer("--roadmap", "/nowhere.yaml", "done", "") == {}
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: [")
    assert offer("--roadmap", str(broken), "done", "") == {}
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.json").write_text("{")
    assert "done" in offer("")
    progress = home / "data" / "progress" / "llm.json"
    progress.parent.mkdir(parents=True)
    progress.write_text("{")
    assert offer("done", "hf.3.") == {}


def test_titles_are_one_line_and_steer_nothing(offer: Offer, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    found = offer("--roadmap", str(path), "done", "")
    assert list(found) == ["a", "b", "c", "d"]
    assert all(title.isprintable() for title in found.values())
    assert found["b"] == "tab new line turned bell"
    assert found["a"].startswith("$(touch pwned)")  # text that the shells take as text


def test_long_titles_are_cut(offer: Offer, tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    text = HOSTILE.replace("用 $(touch pwned) 攻击", "x" * 500)
    path.write_text(text, encoding="utf-8")
    title = offer("--roadmap", str(path), "done", "")["d"]
    assert len(title) == LONGEST
    assert title.endswith("…")


def test_a_cache_that_cannot_be_written_is_done_without(offer: Offer, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file is in the way")
    assert "--yes" in offer("done", "--")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_completed(offer: Offer, name: str) -> None:
    known = signature(name)
    options = offer(name, "--")
    for option in known.options:
        assert any(each in options for each in option.names if each.startswith("--"))
        assert options[max(option.names, key=len)]
    offer(name, "")


def test_global_options_are_those_of_the_command_line(run: Run) -> None:
    listed = run("--help --all").out
    for option in (*GLOBAL, VERSION):
        for name in option.names:
            assert name in listed


def test_an_output_without_chinese_gets_something_else(home: Path) -> None:
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="ascii")
    environ = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "zh"}
    main(["don"], environ, out)
    out.flush()
    assert data.getvalue() == b"done\ttick steps\n"
    main(["show", "hf.1.5"], environ, out)
    out.flush()
    assert data.getvalue().endswith(b"hf.1.5\tHow ? Transformers solve tasks\n")


def test_neither_typer_nor_a_command_is_imported(home: Path) -> None:
    code = (
        "import sys, os, io; from llmroadmap.completion.complete import main;"
        "main(['done', 'hf.3.'], os.environ, io.StringIO());"
        "print(sorted(n for n in sys.modules if n in {'typer', 'rich', 'pydantic', 'yaml', 'difflib'}"
        " or n.startswith('llmroadmap.commands.') and n != 'llmroadmap.commands._table'))"
    )
    environ = {**os.environ, "LLMROADMAP_HOME": str(home)}
    for expected in (None, "[]"):  # The first time the roadmap has to be compiled.
        done = subprocess.run(
            [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
        )
        assert expected is None or done.stdout.strip() == expected


def test_the_program_answers_and_says_nothing_else(home: Path) -> None:
    environ = {**os.environ, "LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en"}
    words = [sys.executable, "-m", "llmroadmap", "--complete", "--", "show", "hf.3.2"]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == "hf.3.2\tProcessing the data\n"
    assert done.stderr == ""
