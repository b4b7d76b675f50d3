"""Memories that were reckoned before, so that nobody but `recall` has to reckon.

Each is kept with the reviews it was made from, and is of use as long as these are the same: undo, a
correction, another machine's answers need no other care.
"""

from collections.abc import Callable
from typing import Any

from llmroadmap.cache import CacheFile, CacheMiss
from llmroadmap.core.study.memory import WELL, Curve, Memory, Reviews

# What this version's memories are made with. A new version of the program begins anew.
_MADE_FROM = "fsrs-6 0.8"


class MemoryCache:
    """The memories in the file at `path`.

    `curve` makes the curve and `reckon` a memory where the file lacks them.
    """

    def __init__(
        self, path: str, curve: Callable[[], Curve], reckon: Callable[[Reviews], Memory]
    ) -> None:
        self._file = CacheFile(path, _MADE_FROM)
        self._curve = curve
        self._reckon = reckon
        self._has_changed = False
        try:
            head, _, _ = self._file.read()
        except CacheMiss:
            head = {}
        self._head: dict[str, Any] = head
        # By item: [[[day, grade], …], stability, difficulty, last, due].
        self._known: dict[str, list[Any]] = head.get("known", {})
        self._used: dict[str, list[Any]] = {}

    @property
    def curve(self) -> Curve:
        """Return the curve of forgetting."""
        if "curve" not in self._head:
            self._head["curve"] = list(self._curve())
            self._has_changed = True
        return Curve(*self._head["curve"])

    def memory(self, item: str, reviews: Reviews) -> Memory:
        """Return the memory of an item, reckoned only where its reviews are new."""
        if len(reviews) == 1 and reviews[0][1] == WELL:
            return self._first(reviews[0][0])
        key = [list(review) for review in reviews]
        kept = self._known.get(item)
        if kept is None or kept[0] != key:
            kept = [key, *self._reckon(reviews)]
            self._has_changed = True
        self._used[item] = kept
        return _memory(kept[1:])

    def _first(self, day: int) -> Memory:
        """Return the memory of a step that was finished and never asked about: the same for all."""
        if "first" not in self._head:
            made = self._reckon(((1, WELL),))
            self._head["first"] = list(made)
            self._has_changed = True
        first = _memory(self._head["first"])
        return first._replace(last=day, due=day + first.due - first.last)

    def save(self) -> None:
        """Write what was asked for, if anything of it is new."""
        if self._has_changed:
            self._file.write({**self._head, "known": self._used})


def _memory(kept: list[Any]) -> Memory:
    stability, difficulty, last, due = kept
    return Memory(stability=stability, difficulty=difficulty, last=last, due=due)
