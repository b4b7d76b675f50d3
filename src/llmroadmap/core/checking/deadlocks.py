"""Steps that `next` can never offer, because what they wait for waits for them.

Played as by a learner who does all that is offered: a node *opens* when the node above it is open,
what stands before it in a sequence is done and its needs are done; it is *done* when all counted
steps in it are. What is left when nothing more can happen waits for itself, in a circle. Each node
opens and is done once, so the time grows with the size of the file.
"""

from collections.abc import Iterator

from llmroadmap.core.checking.outline import Outline
from llmroadmap.core.checking.problems import Fact, Problem

# A happening is twice the node, plus one where it is done rather than opens.
_DONE = 1
# Why one happening waits for another.
_NEEDS, _AFTER, _PART = "needs", "after", "part"
_SHOWN_IDS = 8


def deadlocks(outline: Outline) -> Iterator[Problem]:
    """Yield one problem for each circle of waiting, placed at one of its `needs`."""
    needs = _needs(outline)
    if not needs:
        return
    game = _Game(outline, needs)
    game.play()
    never = sum(not outline.is_group(n) and not game.happened[2 * n + _DONE] for n in game.nodes)
    for circle in game.circles():
        yield _problem(outline, circle, never)


def _needs(outline: Outline) -> dict[int, list[int]]:
    """Return the needs that hold something up, without those that are wrong in themselves."""
    needs: dict[int, list[int]] = {}
    for node, entry in enumerate(outline.entries):
        if not entry.get("needs") or not outline.counted(node):
            continue
        for name in entry["needs"]:
            need = outline.first.get(name)
            if need is not None and outline.counted(need):
                above, below = min(node, need), max(node, need)
                if outline.end[above] <= below:
                    needs.setdefault(node, []).append(need)
    return needs


def _before(outline: Outline) -> dict[int, int]:
    """Return for each counted node in a sequence the counted node before it."""
    before: dict[int, int] = {}
    for group in range(-1, len(outline)):
        if group >= 0 and outline.entries[group].get("order") == "parallel":
            continue
        last = -1
        for child in outline.children(group):
            if outline.counted(child):
                if last >= 0:
                    before[child] = last
                last = child
    return before


class _Game:
    """The counted part of the roadmap, played to the end."""

    def __init__(self, outline: Outline, needs: dict[int, list[int]]) -> None:
        self.outline = outline
        self.needs = needs
        self.before = _before(outline)
        self.nodes = [node for node in range(len(outline)) if outline.counted(node)]
        self.happened = bytearray(2 * len(outline))
        self._missing = [0] * (2 * len(outline))
        self._opens_next: dict[int, list[int]] = {}

    def play(self) -> None:
        """Let happen what can."""
        ready = self._begin()
        while ready:
            change = ready.pop()
            self.happened[change] = True
            for following in self._following(change):
                self._missing[following] -= 1
                if not self._missing[following]:
                    ready.append(following)

    def _begin(self) -> list[int]:
        for node in self.nodes:
            causes = [
                *self.needs.get(node, ()),
                *([self.before[node]] if node in self.before else ()),
            ]
            for cause in causes:
                self._opens_next.setdefault(cause, []).append(node)
            parent = self.outline.parent[node]
            self._missing[2 * node] = len(causes) + (parent >= 0)
            self._missing[2 * node + _DONE] += not self.outline.is_group(node)
            if parent >= 0:
                self._missing[2 * parent + _DONE] += 1
        return [2 * node for node in self.nodes if not self._missing[2 * node]]

    def _following(self, change: int) -> Iterator[int]:
        node, is_done = divmod(change, 2)
        if is_done:
            if self.outline.parent[node] >= 0:
                yield 2 * self.outline.parent[node] + _DONE
            yield from (2 * opened for opened in self._opens_next.get(node, ()))
        elif self.outline.is_group(node):
            yield from (2 * n for n in self.outline.children(node) if self.outline.counted(n))
        else:
            yield 2 * node + _DONE

    def circles(self) -> Iterator[list[tuple[int, str]]]:
        """Yield the circles in what did not happen: nodes, each with why it waits for the next."""
        walked: dict[int, int] = {}
        for start in (2 * node for node in self.nodes if not self.happened[2 * node]):
            trail: list[tuple[int, str]] = []
            at = start
            while at not in walked:
                walked[at] = start
                cause, why = self._cause(at)
                trail.append((at, why))
                at = cause
            if walked[at] == start:
                first = next(i for i, (change, _) in enumerate(trail) if change == at)
                yield [(change // 2, why) for change, why in trail[first:]]

    def _cause(self, change: int) -> tuple[int, str]:
        """Return one thing that did not happen and that holds this one up."""
        return next(found for found in self._causes(change) if not self.happened[found[0]])

    def _causes(self, change: int) -> Iterator[tuple[int, str]]:
        node, is_done = divmod(change, 2)
        if not is_done:
            yield from ((2 * need + _DONE, _NEEDS) for need in self.needs.get(node, ()))
            if node in self.before:
                yield 2 * self.before[node] + _DONE, _AFTER
            yield 2 * self.outline.parent[node], _PART
        elif self.outline.is_group(node):
            children = (n for n in self.outline.children(node) if self.outline.counted(n))
            yield from ((2 * child + _DONE, _PART) for child in children)
        else:
            yield 2 * node, _PART


def _problem(outline: Outline, circle: list[tuple[int, str]], never: int) -> Problem:
    # Every circle has a need in it: the tree and its order alone have none.
    first = min(range(len(circle)), key=lambda i: (circle[i][1] != _NEEDS, circle[i][0]))
    circle = [*circle[first:], *circle[:first]]
    node, need = (outline.ids[waiting] for waiting, _ in circle[:2])
    code = "deadlock" if any(why == _AFTER for _, why in circle) else "needs-cycle"
    facts: dict[str, Fact] = {"id": node, "need": need, "never": never}
    facts["circle"] = " → ".join(_shown_ids([outline.ids[n] for n, _ in circle], circle))
    number = outline.entries[circle[0][0]]["needs"].index(need)
    return Problem(code=code, path=outline.path(circle[0][0], "needs", number), facts=facts)


def _shown_ids(ids: list[str], circle: list[tuple[int, str]]) -> list[str]:
    """Return the ids that tell a circle: what waits, and what it needs; the first closes it."""
    shown: list[str] = []
    for number, (_, why) in enumerate(circle):
        if why != _PART and ids[number] not in shown[-1:]:
            shown.append(ids[number])
        if why == _NEEDS:
            shown.append(ids[(number + 1) % len(ids)])
    if shown[-1] != ids[0]:
        shown.append(ids[0])
    return shown if len(shown) <= _SHOWN_IDS else [*shown[: _SHOWN_IDS - 3], "…", *shown[-2:]]
