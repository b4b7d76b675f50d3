"""The sections that the next block of a document belongs to, `<details>` included."""

from dataclasses import dataclass, field

from llmroadmap.formats.markdown.nodes import Node


@dataclass(slots=True)
class _Fold:
    """An open `<details>`: where it starts among the open sections, and whether it ever closes."""

    floor: int
    closes: bool
    named: bool = False
    optional: bool = False


@dataclass(slots=True)
class OpenSections:
    """A stack of sections from the root down; a fold keeps those that were open before it open."""

    root: Node
    _stack: list[Node] = field(init=False)
    _folds: list[_Fold] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stack = [self.root]

    @property
    def last(self) -> Node:
        """The innermost open section."""
        return self._stack[-1]

    def add(self, node: Node) -> None:
        """Open `node` in the innermost section."""
        self.put([node], self.last)
        self._stack.append(node)

    def put(self, nodes: list[Node], into: Node) -> None:
        """Add items to an open section; in an optional fold they are optional."""
        for node in nodes:
            node.optional = node.optional or any(fold.optional for fold in self._folds)
        into.children.extend(nodes)

    def close_for(self, level: float) -> None:
        """Close what ends where a heading of `level` starts: details that nobody closes, too."""
        while self._folds and not self._folds[-1].closes:
            self.unfold()
        while len(self._stack) > self._floor() and (
            self.last.form != "section" or self.last.level >= level
        ):
            self._stack.pop()

    def close_bold(self) -> None:
        """Close a section that only a bold paragraph has opened."""
        while len(self._stack) > self._floor() and self.last.form == "bold":
            self._stack.pop()

    def fold(self, *, closes: bool) -> None:
        """Open a `<details>` that has no name yet."""
        self._folds.append(_Fold(floor=len(self._stack), closes=closes))

    def name_fold(self, node: Node) -> None:
        """Make `node` the section of the innermost fold; outside of one it is no section."""
        if not self._folds:
            return
        fold = self._folds[-1]
        del self._stack[fold.floor - fold.named :]
        self.add(node)
        fold.floor, fold.named = len(self._stack), True

    def make_fold_optional(self) -> None:
        """Say that all in the innermost fold, and the section it stands for, is optional."""
        if self._folds:
            self._folds[-1].optional = True
            self.last.optional = self.last is not self.root

    def unfold(self) -> None:
        """Go back to the section in which the innermost fold was opened."""
        if self._folds:
            fold = self._folds.pop()
            del self._stack[fold.floor - fold.named :]

    def _floor(self) -> int:
        return self._folds[-1].floor if self._folds else 1
