"""Ids that name other items: `needs`, `was` and `retired`."""

from collections.abc import Iterable, Iterator
from itertools import islice

from llmroadmap.core.checking.outline import Outline
from llmroadmap.core.checking.problems import Path, Problem, closest
from llmroadmap.core.model.tree import RetiredTree

# Looking for the nearest id costs time; more than this many wrong ids have one cause.
_MAX_GUESSES = 50
_MAX_CANDIDATES = 1000


def reference_problems(outline: Outline, retired: Iterable[RetiredTree]) -> Iterator[Problem]:
    """Yield what is wrong with ids that name other items."""
    former: dict[str, tuple[int, Path]] = {}
    yield from _former(outline, former)
    yield from _retired(outline, retired, former)
    yield from _needs(outline, former)


def _former(outline: Outline, former: dict[str, tuple[int, Path]]) -> Iterator[Problem]:
    for node, entry in enumerate(outline.entries):
        for number, name in enumerate(entry.get("was", ())):
            path = outline.path(node, "was", number)
            if name in outline.first:
                other = outline.path(outline.first[name], "id")
                yield Problem(code="was-in-use", path=path, facts={"id": name}, other=other)
            elif name in former and not _split(outline, node, former[name][0]):
                yield Problem(
                    code="was-twice", path=path, facts={"id": name}, other=former[name][1]
                )
            former.setdefault(name, (node, path))


def _split(outline: Outline, node: int, other: int) -> bool:
    """Tell whether two items may share a former id: steps that one step was split into."""
    return node != other and not any("items" in outline.entries[each] for each in (node, other))


def _retired(
    outline: Outline, retired: Iterable[RetiredTree], former: dict[str, tuple[int, Path]]
) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for number, entry in enumerate(retired):
        name, path = entry["id"], ("retired", number, "id")
        if name in outline.first:
            other = outline.path(outline.first[name], "id")
            yield Problem(code="retired-in-use", path=path, facts={"id": name}, other=other)
        elif name in former:
            yield Problem(
                code="retired-moved", path=path, facts={"id": name}, other=former[name][1]
            )
        elif name in seen:
            yield Problem(code="retired-twice", path=path, facts={"id": name}, other=seen[name])
        seen.setdefault(name, path)


def _needs(outline: Outline, former: dict[str, tuple[int, Path]]) -> Iterator[Problem]:
    guess = _Guess(outline, former)
    for node, entry in enumerate(outline.entries):
        needs = entry.get("needs", ())
        for number, need in enumerate(needs):
            path = outline.path(node, "needs", number)
            target = outline.first.get(need)
            facts = {"id": outline.ids[node], "need": need}
            if target is None:
                yield Problem(
                    code="need-unknown", path=path, facts={**facts, "closest": guess.nearest(need)}
                )
            elif need in needs[:number]:
                yield Problem(code="need-twice", path=path, facts=facts, severity="warning")
            else:
                yield from _related(outline, node, target, path)


def _related(outline: Outline, node: int, target: int, path: Path) -> Iterator[Problem]:
    facts = {"id": outline.ids[node], "need": outline.ids[target]}
    if target == node:
        yield Problem(code="need-self", path=path, facts=facts)
    elif target <= node < outline.end[target]:
        yield Problem(code="need-ancestor", path=path, facts=facts)
    elif node <= target < outline.end[node]:
        yield Problem(code="need-descendant", path=path, facts=facts)
    elif "repeat" in outline.entries[target]:
        yield Problem(code="need-habit", path=path, facts=facts)
    elif not outline.counted(target):
        yield Problem(code="need-uncounted", path=path, facts=facts, severity="warning")


class _Guess:
    """Finds the id that a wrong one was probably meant to be."""

    def __init__(self, outline: Outline, former: dict[str, tuple[int, Path]]) -> None:
        self.outline = outline
        self.former = former
        self.left = _MAX_GUESSES
        self._by_last: dict[str, list[str]] = {}

    def nearest(self, wrong: str) -> str:
        """Return the nearest id, or "" where none is near."""
        if wrong in self.former:
            return self.outline.ids[self.former[wrong][0]]
        if self.left == 0:
            return ""
        self.left -= 1
        same_last = self._same_last(wrong)
        if len(same_last) == 1:
            return same_last[0]
        return closest(wrong, islice((*same_last, *self._neighbours(wrong)), _MAX_CANDIDATES))

    def _same_last(self, wrong: str) -> list[str]:
        """Return the ids that end as the wrong one does: its course may be left out or misspelt."""
        if not self._by_last:
            for full_id in self.outline.ids:
                self._by_last.setdefault(full_id.rpartition(".")[2], []).append(full_id)
        return self._by_last.get(wrong.rpartition(".")[2], [])

    def _neighbours(self, wrong: str) -> Iterator[str]:
        """Yield the ids below the longest part of the wrong one that is right, then all courses."""
        outline, head = self.outline, wrong.rpartition(".")[0]
        while head and head not in outline.first:
            head = head.rpartition(".")[0]
        if head:
            yield from (outline.ids[node] for node in outline.children(outline.first[head]))
        for stage in outline.children(-1):
            yield outline.ids[stage]
            yield from (outline.ids[course] for course in outline.children(stage))
