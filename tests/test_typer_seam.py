"""The private part of Typer that the seam uses is where it was, and says what it said."""

import importlib

import pytest
import typer

from conftest import Run
from llmroadmap import typer_seam
from llmroadmap.declaration import UnknownCommand

MOVED = "Typer has moved {}: see the imports of llmroadmap/typer_seam.py"


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("UsageError", ["message"]),
        ("NoSuchOption", ["option_name"]),
        ("BadOptionUsage", ["option_name", "message"]),
        ("MissingParameter", ["param"]),
    ],
)
def test_the_errors_are_where_they_were(name: str, facts: list[str]) -> None:
    module = importlib.import_module("typer._click.exceptions")
    kind = getattr(module, name, None)
    assert kind is not None, MOVED.format(name)
    assert issubclass(kind, module.UsageError)
    assert issubclass(typer.BadParameter, module.UsageError)
    made = kind(**dict.fromkeys({*facts, "message"}, "x"))
    assert all(hasattr(made, fact) for fact in facts), MOVED.format(facts)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("done --nonsense", "usage", "--nonsense"),
        ("skip", "usage", "ITEM"),
        ("done x --on", "usage", "--on"),
        ("paths x", "usage", "x"),
        ("nxet", "unknown-command", "nxet"),
        ("next -n many", "invalid-option", "many"),
        ("done x --yes=1", "usage", "--yes"),
    ],
)
def test_what_typer_complains_of_is_told_in_our_words(
    run: Run, line: str, code: str, words: str
) -> None:
    error = run(f"--json {line}").error
    assert error["code"] == code
    assert words in error["message"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("unskip", "reopen"),
        ("完成", "done"),
        ("历史", "log"),
        ("复习", "recall"),
        ("进度", "status"),
    ],
)
def test_words_of_other_programs_and_of_chinese_lead_to_the_command(word: str, meant: str) -> None:
    with pytest.raises(UnknownCommand) as caught:
        typer_seam.run([word], {})
    assert caught.value.closest == (meant,)
