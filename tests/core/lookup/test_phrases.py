"""What people type, in Chinese and English: found, or listed on the first page; never another item."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from llmroadmap.core.lookup.errors import GuessTaken, UnclearItem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.progress import nothing_yet
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

ROADMAP = build_roadmap(read_tree(bundled_roadmap()))
SPACE = SimpleNamespace(roadmap=ROADMAP, progress=nothing_yet(ROADMAP), lang="zh", last_listing=[])
PHRASES = [
    line.split("\t")
    for line in Path(__file__).with_name("phrases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def answer(phrase: str) -> tuple[str, list[str]]:
    """Return the item that is shown, and those that are listed where none is."""

    def tell(error: UnclearItem) -> int:
        if isinstance(error, GuessTaken):
            return 0
        raise error

    try:
        node = find_item(SPACE, phrase, tell)
    except UnclearItem as error:
        return "", [each.id for each in error.closest]
    return ROADMAP.id_of(node), []


def test_there_are_enough() -> None:
    assert len(PHRASES) >= 93 + 60


@pytest.mark.parametrize(("phrase", "right"), PHRASES)
def test_a_phrase_finds_what_is_meant(phrase: str, right: str) -> None:
    shown, listed = answer(phrase)
    if right == "-":
        assert shown == ""
    elif shown:
        assert shown in right.split()
    else:
        assert set(right.split()) <= set(listed)
