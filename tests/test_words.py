"""The code calls things what docs/glossary.md calls them."""

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
# Of the progress fields only: boxes of Markdown and positions of YAML have marks of their own.
ELSEWHERE = {"marks"}


def retired() -> set[str]:
    """The words of the left column of the second table."""
    rows = re.findall(
        r"^\| (`.*?) \|", PAGE.partition("## Words we no longer use")[2], re.MULTILINE
    )
    return {word for row in rows for word in re.findall(r"`(\w+)`", row)} - ELSEWHERE


def names(path: Path) -> Iterator[tuple[int, str]]:
    """The identifiers of a file, with their lines."""
    with path.open(encoding="utf-8") as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type == tokenize.NAME:
                yield token.start[0], token.string


def test_the_page_lists_words() -> None:
    assert {"strangers", "live", "hang", "Shelf"} <= retired()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_names_are_those_of_the_glossary(path: Path) -> None:
    banned = retired()
    found = [f"{path.name}:{line}: {name}" for line, name in names(path) if name in banned]
    assert not found, f"docs/glossary.md has better words: {found}"
    assert path.stem not in banned
