"""The rules that all commands keep, looked at by reflection."""

import importlib.util
import inspect
import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from conftest import SMALL, Run
from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.locales import LANGUAGES, texts
from llmroadmap.results.plan_in_turn import PlanInTurn
from llmroadmap.views.help import in_language, option_text
from texts_of import group, texts_of

HERE = Path(__file__).parent
# A command that is the other side of another is tested beside it.
TESTED_WITH = {"redo": "undo"}


@pytest.fixture(params=COMMANDS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def missing(name: str) -> Iterator[str]:
    """What a command lacks, by the file it belongs in."""
    root = HERE.parent
    for folder, function in (("commands", "run"), ("views", "show")):
        path = root / "src" / "llmroadmap" / folder / f"{name}.py"
        if path.is_file() and not callable(
            getattr(import_module(f"llmroadmap.{folder}.{name}"), function, None)
        ):
            yield f"{folder}/{name}.py: {function}"
    # Without a view of its own, the fields of its result are shown under labels from its texts.
    labels = [] if path.is_file() else [f"{name}.fields.{each}" for each in labelled(name)]
    for lang in LANGUAGES:
        for key in (f"{name}.help", *labels):
            if key not in texts_of(lang):
                yield f"locales/{lang}/{name}.py: {key.removeprefix(f'{name}.')}"
    tests = f"tests/commands/test_{TESTED_WITH.get(name, name)}.py"
    if not (root / tests).is_file():
        yield tests
    if f"`{name}" not in (root / "CHANGELOG.md").read_text("utf-8"):
        yield f"CHANGELOG.md, Unreleased: a line about `{name}` (make generate writes a first one)"
    if f"\n| `{name}` |" not in (root / "docs" / "commands.md").read_text("utf-8"):
        yield "docs/commands.md (run make generate)"
    if f'\n.It Ic "{name}' not in (root / "docs" / "llmroadmap.1").read_text("utf-8"):
        yield "docs/llmroadmap.1 (run make generate)"
    if not (root / "docs" / "schemas" / f"{name}.json").is_file():
        yield f"docs/schemas/{name}.json (run make generate)"


def labelled(name: str) -> list[str]:
    """The fields of a command's result and of the records that it lists."""
    found = []
    rest = [get_type_hints(import_module(f"llmroadmap.commands.{name}").run)["return"]]
    while rest:
        kind = rest.pop()
        rest += get_args(kind)
        if hasattr(kind, "_fields"):
            found += [field for field in kind._fields if field != "exit_status"]
            rest += get_type_hints(kind, localns={"PlanInTurn": PlanInTurn}).values()
    return found


def test_nothing_is_missing(name: str) -> None:
    assert not list(missing(name))


def test_it_is_documented(name: str) -> None:
    module = import_module(f"llmroadmap.commands.{name}")
    assert (module.__doc__ or "").startswith(f"{name}: ")
    if importlib.util.find_spec(f"llmroadmap.views.{name}"):
        view = import_module(f"llmroadmap.views.{name}")
        assert (view.__doc__ or "").startswith(f"{name}: ")
    assert (module.run.__doc__ or "").strip().endswith(".")


def test_its_result_is_a_named_tuple_and_its_parameters_are_typed(name: str) -> None:
    run = import_module(f"llmroadmap.commands.{name}").run
    signature = inspect.signature(run)
    result = signature.return_annotation
    assert hasattr(result, "_fields"), result
    for parameter in signature.parameters.values():
        assert parameter.annotation is not parameter.empty, parameter


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_group_and_its_one_line_help_are_in_every_language(name: str, lang: str) -> None:
    help = texts_of(lang)[f"{name}.help"]
    assert 0 < len(help) < 60
    assert not help.endswith((".", "。"))
    assert COMMANDS[name].group in group(lang, "help.group")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_argument_and_option_is_explained_in_every_language(name: str, lang: str) -> None:
    for parameter in declaration(name).parameters:
        topic, _, name = parameter.declared.help.rpartition(".")
        group = "options" if topic in ("", "roadmap") else f"{topic}.option"
        assert f"{group}.{name}" in texts_of(lang), parameter.declared.help


def test_its_options_are_not_those_of_every_command(name: str) -> None:
    taken = {"--lang", "--json", "--roadmap", "--version", "--quiet", "-q", "-h"}
    for option in declaration(name).options:
        assert not taken & set(option.names), option.names


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_help(run: Run, name: str, lang: str) -> None:
    examples = declaration(name).command.examples
    ran = run(f"{name} --help --lang {lang}")
    assert (ran.status, ran.err) == (0, "")
    assert texts(lang)(f"{name}.help") in ran.out
    assert examples
    for example in examples:
        assert f"  {in_language(example, texts(lang))}\n" in ran.out
    for parameter in declaration(name).parameters:
        assert option_text(parameter, texts(lang)) in ran.out
    assert "--json" in ran.out and "help --all" in ran.out
    for ask in (f"help {name}", f"--lang {lang} {name} --help"):
        assert run(ask, LLMROADMAP_LANG=lang).out == ran.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_programs_help_lists_it(run: Run, name: str, lang: str) -> None:
    for words in ("--help --all", "-h --all", "help --all"):
        out = run(words, LLMROADMAP_LANG=lang).out
        assert any(
            row.split(maxsplit=1) == [name, texts_of(lang)[f"{name}.help"]]
            for row in out.splitlines()
        )


def without_the_shell(example: str) -> list[str]:
    """The words of an example, without what the shell does with its input and output."""
    words = shlex.split(example.rpartition("| ")[2])
    assert words[0] == "llmroadmap"
    for redirection in (">", "<"):
        if redirection in words:
            del words[words.index(redirection) :]
    return words[1:]


def _piped(text: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


# What an example may run into where nothing was done before it, or where nobody sits.
EXCUSED = {"no-clock", "nothing-started", "needs-answer", "needs-choice", "nothing-to-undo", "no-such-backup", "no-progress-yet",
           "no-browser", "no-terminal", "no-editor", "not-finished", "file-exists", "no-study-times", "no-questions", "missing-library", "editor-failed", "sync-no-folder", "sync-folder-missing"}  # fmt: skip


# Whose exit status is the answer, for `&&`.
ANSWERS_BY_STATUS = {"remind"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_examples_work(run: Run, name: str, lang: str, tmp_path: Path, monkeypatch) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    monkeypatch.setenv("PATH", "")
    (desk / "plan.md").write_text("# Mine\n\n- [ ] One\n- [ ] Two\n", encoding="utf-8")
    if name != "new":
        shutil.copy(SMALL, desk / "my-plan.yaml")
    if name == "import":
        for line in ("export -o llm.json", "export -o todo.txt", "done hf.0.1"):
            run(line)
    for example in declaration(name).command.examples:
        if name != "add":
            run("add plan.md --id mine")
        monkeypatch.setattr(sys, "stdin", _piped("# Read\n\n- [ ] [One](one.md)\n"))
        words = without_the_shell(in_language(example, texts(lang)))
        ran = run(
            [*words, "--json"] if words else ["today", "--json"],
            BROWSER="",
            EDITOR="",
            VISUAL="",
            HOME=str(tmp_path),
        )
        answer = json.loads(ran.out)
        if name not in ANSWERS_BY_STATUS:
            assert (ran.status == 0) == answer["ok"]
        if not answer["ok"]:
            assert answer["error"]["code"] in EXCUSED, (example, answer["error"])


def test_its_json_may_be_asked_for_on_either_side(run: Run, name: str) -> None:
    for words in ([name, "--json", "--nonsense"], ["--json", name, "--nonsense"]):
        ran = run(words)
        assert (ran.status, ran.error["code"]) == (2, "usage")
        assert ran.error["message"]
        assert ran.err == ""


def test_the_table_is_what_the_commands_declare() -> None:
    path = HERE.parent / "scripts" / "command_table.py"
    spec = importlib.util.spec_from_file_location("command_table", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    modules = {path.stem for path in script.FOLDER.glob("[!_]*.py")}
    assert modules ^ set(COMMANDS) == set(), "run make generate"
    for path, text in script.everything().items():
        assert path.read_text("utf-8") == text, f"{path.name} is not current: run make generate"


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_typed_in_place_of_a_word_has_a_word_in_chinese(run: Run, name: str) -> None:
    head, *rest = run(f"{name} --help --lang zh").out.splitlines()
    assert not re.search("[A-Z]", head)
    for row in rest:
        if row.startswith("  -") and "JSON" not in row:
            assert not re.search("[A-Z]", row[2:].partition("  ")[0]), row


def test_the_chinese_keeps_to_the_tone() -> None:
    folder = Path(inspect.getfile(import_module("llmroadmap.locales"))).parent
    for path in folder.rglob("*.py"):
        for row in path.read_text("utf-8").splitlines():
            assert not any(sign in row for sign in "请您！"), (path.name, row)
