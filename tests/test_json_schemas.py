"""The documented shapes are those of the types, and every command's real output has them."""

import importlib
import importlib.util
import io
import json
import shlex
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from conftest import SMALL, Ran, Run
from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.locales import texts
from llmroadmap.views.help import in_language

Draft = pytest.importorskip("jsonschema").Draft202012Validator
ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "docs" / "schemas"

# Commands whose example needs something that no test may use: an editor that answers.
PLAN = "# Plan\n\n## Part\n\n- [ ] [One](https://example.org/1)\n- [x] Two\n"
PREPARED = {
    "note": ["note hf.3.2 words", "note hf.3.2 ''"],
    "checkin": ["checkin notes1"],
    "redo": ["done hf.0.1", "undo", "redo"],
    "undo": ["done hf.0.1", "note hf.0.1 x", "undo", "undo"],
    "use": ["add plan.md --id mine", "use mine", "use llm"],
    "update": ["add plan.md --id mine", "update mine --dry-run", "update mine --yes"],
    "remove": ["add plan.md --id mine", "remove mine --yes"],
    "edit": ["add plan.md --id mine", "edit mine"],
    "check": ["new my-plan.yaml", "check my-plan.yaml", "check broken.yaml"],
    "import": ["done hf.0.1", "export -o llm.json", "import llm.json --yes", "import llm.json"],
    "restore": ["done hf.0.1", "done hf.1.1", "restore --yes", "restore"],
    "resume": ["start hf.0.1", "note hf.0.1 x", "resume"],
    "log": ["done hf.0.1", "skip bili.1", "log"],
    "find": ["note hf.0.1 zebra", "find zebra", "find xyzzy"],
    "show": ["start hf.1.code", "proof hf.1.code https://example.org", "show hf.1.code", "show s1"],
    "next": ["next --why --time 20m", "next --stage s3", "next --time 1m"],
    "open": ["open hf.3.2 --print --all"],
    "completion": ["completion bash"],
    "roadmaps": ["add plan.md --id mine", "roadmaps"],
}
# What a line that cannot be answered comes to: one each of the kinds of errors.
WRONG = (
    "done nothing.such", "done hf", "nosuch", "next --time soon", "config steps 0", "undo",
    "note hf.0.1", "proof hf.0.1 ftp://x", "open hf.3.2 --pick", "status --roadmap nowhere.yaml",
    "next --roadmap broken.yaml", "checkin hf.0.1", "done attention", "done @1",
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> ModuleType:
    path = ROOT / "scripts" / "json_schemas.py"
    spec = importlib.util.spec_from_file_location("json_schemas", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_current(made: ModuleType) -> None:
    """Write them anew with `python scripts/json_schemas.py` when a result has changed."""
    wanted = made.everything()
    for path, text in wanted.items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is not current"
    assert {*SCHEMAS.glob("*.json")} == {p for p in wanted if p.parent == SCHEMAS}


def test_a_name_means_one_type(made: ModuleType) -> None:
    labels = [made.label(kind) for kind in made.all_records()]
    assert len(set(labels)) == len(labels)
    for command in COMMANDS:  # their definitions stand in one file
        names: list[Any] = []
        made.records_in(made.result_type(command), names)
        assert len({kind.__name__ for kind in names}) == len(names)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*COMMANDS, "error"])
def test_schemas_are_schemas(name: str) -> None:
    Draft.check_schema(schema(name))


def validated(command: str, ran: Ran) -> bool:
    """Validate what was printed; tell whether it is a success."""
    answer = json.loads(ran.out)
    problems = [
        f"{error.json_path}: {error.message}"
        for error in Draft(schema(command if answer["ok"] else "error")).iter_errors(answer)
    ]
    assert not problems, "\n".join(problems[:5])
    return bool(answer["ok"])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to be in, with what the examples name; nothing opens a browser or an editor."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "plan.md").write_text(PLAN)
    (folder / "broken.yaml").write_text("format: 1\nid: broken\ntitle: x\nstages: 3\n")
    (folder / "my-plan.yaml").write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("llmroadmap.commands.open.open_in_browser", lambda url: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("piped in"))


# What they return is only known where somebody sits; tests/tui drives them there.
ON_A_TERMINAL = {"browse"}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_output_is_as_documented(run: Run, command: str) -> None:
    examples = declaration(command).command.examples
    if command in ON_A_TERMINAL:
        assert run(f"{command} --json").error["code"] == "no-terminal"
        return
    succeeded = False
    for line in [*PREPARED.get(command, ()), *examples]:
        line = in_language(line, texts("en"))
        words = shlex.split(line.removeprefix("llmroadmap").partition(" > ")[0].partition(" < ")[0])
        name = words[0] if words else "today"
        ok = validated(name, run([*words, "--json"], EDITOR="touch"))
        succeeded = succeeded or (ok and name == command)
    assert succeeded, "none of its lines worked"


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("line", WRONG)
def test_errors_are_as_documented(run: Run, line: str) -> None:
    assert not validated(line.split(maxsplit=1)[0], run(f"{line} --json"))
