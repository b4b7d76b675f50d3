"""The registry of formats: each row has what it promises, and every folder has a row."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import llmroadmap.formats
from llmroadmap.formats import (
    FORMATS,
    Format,
    PlanSource,
    format_of,
)
from llmroadmap.locales import LANGUAGES
from texts_of import texts_of

ROOT = Path(__file__).parents[2]
FOLDERS = {
    path.parent.name for path in Path(llmroadmap.formats.__file__).parent.glob("*/__init__.py")
}


def missing(row: Format) -> list[str]:
    """What a format lacks, by the file it belongs in."""
    folder = row.folder or row.name
    found = []
    if folder not in FOLDERS:
        return [f"formats/{folder}/__init__.py"]
    face = import_module(f"llmroadmap.formats.{folder}")
    for name in ("sniff", "read"):
        if not inspect.isfunction(getattr(face, name, None)):
            found.append(f"formats/{folder}/__init__.py: {name}")
    found += [
        f"locales/{lang}/formats.py: about.{row.name}"
        for lang in LANGUAGES
        if f"formats.about.{row.name}" not in texts_of(lang)
    ]
    if not any((ROOT / "tests" / "formats" / folder).glob("test_*.py")):
        found.append(f"tests/formats/{folder}/test_….py")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8").lower()
    if row.name not in changes.replace(".", ""):
        found.append(f"CHANGELOG.md: a line about {row.name}")
    return found


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_nothing_is_missing(row: Format) -> None:
    assert not missing(row)


def test_every_folder_has_a_row() -> None:
    # A folder may also hold a file that is no plan, with none of the functions of one.
    plans = {
        folder
        for folder in FOLDERS
        if {"read", "write"} & set(vars(import_module(f"llmroadmap.formats.{folder}")))
    }
    assert {row.folder or row.name for row in FORMATS} == plans
    names = [row.name for row in FORMATS]
    assert sorted(set(names)) == sorted(names)


def test_the_registry_loads_no_format() -> None:
    code = (
        "import sys, llmroadmap.formats as f; "
        "print([m for m in sys.modules if m.startswith('llmroadmap.formats.')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (PlanSource("plan.yaml", "- [ ] One"), "yaml"),
        (PlanSource("-", "# mine\n\nformat: 1\nid: x\n"), "yaml"),
        (PlanSource("-", '{"nodes": []}'), "roadmapsh"),
        (PlanSource("plan.md", "[Tune](https://e.org)"), "markdown"),
        (PlanSource("plan.md", "---\ntitle: x\n---\n- [ ] One"), "markdown"),
        (PlanSource("-", ""), "markdown"),
        (PlanSource("plan.txt", "- [ ] One"), "markdown"),
    ],
)
def test_what_a_plan_is_shows_in_its_text(source: PlanSource, name: str) -> None:
    assert format_of(source).name == name


def test_none_of_them_chokes_on_what_it_is_not() -> None:
    for text in (
        "",
        "\0",
        "{",
        "[" * 5000,
        "<" * 5000,
        "a,b\n" * 5000,
        "\u3000\ufeff",
        "* a\n" * 9,
    ):
        for path in ("-", "x", "a.b/x", ".md", "x.csv", "x.JSON"):
            for row in FORMATS:
                assert row.sniff(PlanSource(path, text)) in (True, False)
                assert row.sniff(PlanSource(path, files={"x.md": text})) in (True, False)


@pytest.mark.parametrize(
    ("path", "suffix", "name"),
    [
        ("plan.md", ".md", "plan"), ("a/b.c/plan", "", "plan"), ("A.B.MD", ".md", "A.B"),
        ("-", "", ""), (".md", "", ".md"), ("计划.yaml", ".yaml", "计划"),
    ],
)  # fmt: skip
def test_the_name_of_a_file(path: str, suffix: str, name: str) -> None:
    assert (PlanSource(path).suffix, PlanSource(path).name) == (suffix, name)
