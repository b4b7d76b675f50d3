"""Where in the text of a YAML file something stands: a second pass, made only when it is asked."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from llmroadmap.core.checking.problems import Path, Problem
from llmroadmap.formats.roadmap_yaml.parser_events import events

Location = tuple[int, int]


def locate(data: bytes, paths: Iterable[Path]) -> dict[Path, Location]:
    """Return line and column, from 1, of each path that the file has, which has been read before.

    A mapping's entry stands where its key stands, a list's entry where it begins.
    """
    locator = _Locator(paths)
    passing = 0
    for event in events(data):
        # In a collection in which nothing is wanted: only how deep.
        if passing:
            passing += _STEPS.get(type(event), 0)
            continue
        passing = int(locator.take(event))
        if len(locator.found) == locator.wanted:
            break
    return locator.found


def placed(data: bytes, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems with their places, in the order of the file."""
    problems = list(problems)
    wanted = {problem.path for problem in problems if not problem.line}
    wanted |= {problem.other for problem in problems if problem.other is not None}
    locations = locate(data, wanted) if wanted else {}
    found = [_located(problem, locations) for problem in problems]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _located(problem: Problem, locations: dict[Path, Location]) -> Problem:
    if problem.other is not None:
        line, _ = locations.get(problem.other, (1, 1))
        problem = replace(problem, facts={**problem.facts, "other_line": line})
    if not problem.line:
        line, column = locations.get(problem.path, (1, 1))
        problem = replace(problem, line=line, column=column)
    return problem


_STEPS = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}


class _Wanted:
    """The paths to find, as a tree: what to look for below a node, and whether at it."""

    __slots__ = ("below", "path")

    def __init__(self) -> None:
        self.path: Path | None = None
        self.below: dict[str | int, _Wanted] = {}

    def add(self, path: Path) -> None:
        """Want `path`, counted from here."""
        node = self
        for step in path:
            node = node.below.setdefault(step, _Wanted())
        node.path = path


class _Locator:
    """Walks along with the parser, and looks only at what leads to a wanted path."""

    def __init__(self, paths: Iterable[Path]) -> None:
        root, wanted = _Wanted(), set(paths)
        for path in wanted:
            root.add(path)
        self.wanted = len(wanted)
        self.found: dict[Path, Location] = {}
        # For each open collection: what is wanted in it, the next index (-1 in a mapping).
        self._open: list[tuple[_Wanted, int]] = []
        self._value: _Wanted | None = root
        self._in_value = True

    def take(self, event: Any) -> bool:
        """Take the next event; tell whether it opens something in which nothing is wanted."""
        kind = type(event)
        if kind in (yaml.ScalarEvent, yaml.AliasEvent):
            self._node(event)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._open.pop()
            self._in_value = False
        elif kind in _STEPS:
            within = self._node(event)
            self._in_value = False
            if within is None or not within.below:
                return True
            self._open.append((within, -1 if kind is yaml.MappingStartEvent else 0))
        return False

    def _node(self, event: Any) -> _Wanted | None:
        """Note the place of a node if it is wanted; return what is wanted in it."""
        if not self._open:
            return self._note(self._value, event)
        holder, index = self._open[-1]
        if index >= 0:
            self._open[-1] = (holder, index + 1)
            return self._note(holder.below.get(index), event)
        if self._in_value:
            self._in_value = False
            return self._value
        self._in_value = True
        self._value = self._note(holder.below.get(event.value), event)
        return None

    def _note(self, wanted: _Wanted | None, event: Any) -> _Wanted | None:
        if wanted is not None and wanted.path is not None and wanted.path not in self.found:
            mark = event.start_mark
            self.found[wanted.path] = (mark.line + 1, mark.column + 1)
        return wanted
