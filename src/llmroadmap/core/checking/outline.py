"""The tree of a roadmap file as flat lists, for checks that look at all of it at once."""

from collections.abc import Iterator

from llmroadmap.core.checking.problems import Path
from llmroadmap.core.model.tree import Entry, Visit, ends, walk


class Outline:
    """Stages and items in file order; the nodes below node `n` are `n + 1` to `end[n]`."""

    def __init__(self, stages: list[Entry]) -> None:
        self.entries: list[Entry] = []
        self.ids: list[str] = []
        self.parent: list[int] = []
        self.depth: list[int] = []
        self.first: dict[str, int] = {}
        self._index: list[int] = []
        # How many counted steps stand before each node, so that a subtree's are a difference.
        self._counted = [0]
        self._uncounted: list[bool] = []
        for visit in walk(stages):
            self._add(visit)
        self.end = ends(self.parent)

    def _add(self, visit: Visit) -> None:
        entry, parent = visit.entry, visit.parent
        is_uncounted = bool(entry.get("optional")) or "repeat" in entry
        self._uncounted.append(is_uncounted or (parent >= 0 and self._uncounted[parent]))
        self.first.setdefault(visit.id, len(self.ids))
        self.entries.append(entry)
        self.ids.append(visit.id)
        self.parent.append(parent)
        self.depth.append(visit.depth)
        self._index.append(visit.number)
        is_counted = visit.depth > 0 and not entry.get("items") and not self._uncounted[-1]
        self._counted.append(self._counted[-1] + is_counted)

    def __len__(self) -> int:
        """Return the number of stages and items."""
        return len(self.ids)

    def path(self, node: int, *more: str | int) -> Path:
        """Return the place of a node, or of something in it, in the file's tree."""
        steps: list[str | int] = []
        while node >= 0:
            steps += (self._index[node], "items" if self.parent[node] >= 0 else "stages")
            node = self.parent[node]
        return (*reversed(steps), *more)

    def counted(self, node: int) -> int:
        """Return how many counted steps a node is or has below it."""
        return self._counted[self.end[node]] - self._counted[node]

    def children(self, node: int) -> Iterator[int]:
        """Yield the nodes right below a node; -1 stands for the roadmap, above its stages."""
        child, stop = node + 1, self.end[node] if node >= 0 else len(self)
        while child < stop:
            yield child
            child = self.end[child]

    def is_group(self, node: int) -> bool:
        """Tell whether a node is a stage or has items."""
        return self.depth[node] == 0 or self.end[node] > node + 1

    def steps(self) -> Iterator[tuple[int, Entry]]:
        """Yield the items without items, habits among them."""
        for node, entry in enumerate(self.entries):
            if not self.is_group(node):
                yield node, entry
