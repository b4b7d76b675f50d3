"""What tests of names share: the bundled roadmap, and people who answer which item they meant."""

from dataclasses import dataclass, field

from llmroadmap.core.lookup.errors import GuessTaken, UnclearItem
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.progress import Progress, nothing_yet
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

ROADMAP = build_roadmap(read_tree(bundled_roadmap()))


def nobody(error: UnclearItem) -> int:
    """Nobody is there to answer, though what was guessed can be told."""
    if isinstance(error, GuessTaken):
        return 0
    raise error


class Picks:
    """Somebody who picks the n-th, and who remembers what was offered."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.offered: list[str] = []

    def __call__(self, error: UnclearItem) -> int:
        self.offered = [each.id for each in error.closest]
        return 0 if isinstance(error, GuessTaken) else self.number - 1


@dataclass
class Space:
    roadmap: Roadmap = ROADMAP
    progress: Progress = field(default_factory=lambda: nothing_yet(ROADMAP))
    lang: str = "en"
    last_listing: list[str] = field(default_factory=list)
