"""ARCHITECTURE.md says what is true: its rooms are the contract's, and what it names is there."""

import re
import tomllib
from pathlib import Path
from typing import get_type_hints

import pytest

from llmroadmap.core.progress.events import Event

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the first table below a heading, without its head."""
    below = PAGE.partition(f"\n## {heading}\n")[2]
    lines = below[below.index("| --- |") :].splitlines()[1:]
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def test_the_rooms_are_those_that_the_imports_are_held_to() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    named = [sorted(re.findall(r"`(\w+)`", row[0])) for row in table("The rooms")]
    assert named == [sorted(layer.split(" | ")) for layer in layers]


@pytest.mark.parametrize("row", table("Where is …?"), ids=lambda row: row[0][:40])
def test_what_it_sends_to_is_there(row: list[str]) -> None:
    paths = re.findall(r"`([\w/]+(?:\.py|/|/\w+))`", row[1])
    assert paths
    source = ""
    for name in paths:
        path = ROOT / name if name.startswith("tests/") else ROOT / "src" / "llmroadmap" / name
        assert path.exists(), name
        source += path.read_text(encoding="utf-8") if path.is_file() else ""
    for symbol in re.findall(r"\(`([\w.]+)`", row[1]):
        assert re.search(rf"(?:def|class) {symbol.rpartition('.')[2]}\b", source), symbol


def test_every_field_of_an_event_has_a_row() -> None:
    described = " ".join(row[0] for row in table("The model"))
    assert set(get_type_hints(Event)) <= set(re.findall(r"`(\w+)`", described))
