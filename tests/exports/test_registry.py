"""The registry of exports: each row has what it promises, and every module of a format has a row."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import llmroadmap.exports
from conftest import Run
from llmroadmap.exports import EXPORTS, Choices, Export, export_to_write
from llmroadmap.exports.held import _COUNTS
from llmroadmap.locales import LANGUAGES
from texts_of import texts_of

FOLDER = Path(llmroadmap.exports.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize("row", EXPORTS, ids=lambda row: row.name)
def test_nothing_is_missing(row: Export) -> None:
    assert inspect.isfunction(import_module(f"llmroadmap.exports.{row.module}").write)
    assert set(row.holds) | set(row.on_request) <= set(_COUNTS)
    for lang in LANGUAGES:
        assert f"formats.about.{row.name}" in texts_of(lang)
        assert all(f"export.held.{what}" in texts_of(lang) for what in row.holds + row.on_request)
    # What is lost in it is said.
    assert f"- `{row.name}`" in PAGE.read_text("utf-8")


def test_every_module_that_writes_has_a_row() -> None:
    writing = {
        path.stem for path in FOLDER.glob("*.py") if "\ndef write(" in path.read_text("utf-8")
    }
    assert writing == {row.module for row in EXPORTS}


def test_every_option_that_a_format_takes_is_one() -> None:
    options = {f"--{name}" for name in Choices._fields} | {"--part", "--vdir"}
    taken = {option for row in EXPORTS for option in row.takes}
    assert taken <= options


def test_the_registry_loads_no_format_and_no_format_a_library() -> None:
    code = (
        "import sys, llmroadmap.exports as e; e.export_to_write('a.md');"
        "print([m for m in sys.modules if m.startswith('llmroadmap.exports.')]);"
        "from importlib import import_module;"
        "[import_module(f'llmroadmap.exports.{row.module}') for row in e.EXPORTS];"
        "print([m for m in sys.modules if m.partition('.')[0] in"
        " {'yaml','pydantic','markdown_it','rich','typer','anyascii','icalendar','resvg_py'}])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n[]\n"


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("plan.yml", "yaml"), ("plan.md", "markdown"), ("plan", "markdown"), ("", "markdown"),
        ("A.CSV", "csv"), ("a.b/plan.json", "json"), ("C:\\x.csv\\plan", "markdown"),
    ],
)  # fmt: skip
def test_a_files_name_says_what_is_written(name: str, format: str) -> None:
    assert export_to_write(name).name == format


@pytest.mark.parametrize("row", EXPORTS, ids=lambda row: row.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_is_the_same_to_the_byte(run: Run, row: Export, lang: str, tmp_path: Path) -> None:
    run("config study 'Mon,Wed 20:00 45m; Sat 10:00 2h'")
    run("done hf.0.1 hf.1.1 hf.1.2")
    run(["note", "hf.1.1", "Q: What is it?\nA: A model, 一个模型; with commas"])
    run(["proof", "hf.1.1", "https://me.example/demo"])
    file = tmp_path / "export"
    line = ["export", "--format", row.name, "--lang", lang]
    if not row.is_text:
        pytest.importorskip("resvg_py")
    first = run([*line, "-o", str(file), "--json"]).data
    written = file.read_bytes()
    assert first["changed"]
    assert run([*line, "-o", str(file), "--json"]).data["changed"] is False
    if not row.is_text:
        assert run([*line, "--json"]).error["code"] == "needs-file"
        return
    assert written.decode() == first["text"]
    assert run(line).out.encode() == written
    assert not any(sign in first["text"] for sign in ("\x00", "\x1b", "\u202e"))
