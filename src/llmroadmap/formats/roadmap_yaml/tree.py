"""YAML as data only: a stream of parser events from which a few lines build dicts, lists and text.

Scalars stay text, so that `id: 3` needs no quotes and `no` is no boolean. What a plan has no use
for and an attacker has (aliases, tags, depth, size) is refused before anything is built from it.
The C parser and the pure one give the same answers.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from llmroadmap.core.checking.problems import Path, Problem, shown
from llmroadmap.formats.roadmap_yaml.parser_events import MAX_DEPTH, check_text, events, refusal

_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
MAX_NODES = 4_000_000
# More mistakes than anyone would read at once; the rest shows when these are mended.
MAX_PROBLEMS = 500

Tree = dict[str, Any] | list[Any] | str


def read_with_problems(data: bytes) -> tuple[Tree, list[Problem]]:
    """Return the tree as far as it goes, and what in it YAML allows and a plan must not have.

    Raise `RoadmapInvalid` where it cannot be read to its end.
    """
    check_text(data)
    builder = _Builder()
    with gc_paused():
        builder.read(events(data))
    if builder.documents in ([], [""]):
        raise refusal("yaml-empty")
    return builder.documents[0], builder.problems


@contextmanager
def gc_paused() -> Iterator[None]:
    """Keep the cycle collector from walking a growing tree that has no cycles again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Builder:
    """Builds the tree; remembers what was wrong but did not hinder it."""

    def __init__(self) -> None:
        self.documents: list[Any] = []
        self.problems: list[Problem] = []
        self._above: list[Any] = []

    def read(self, stream: Iterator[Any]) -> None:
        """Build from all events, of which 100,000 steps have two million: so nothing is called."""
        holder: Any = self.documents
        key: str | None = None
        above, words, count, scalar = self._above, dict[str, str](), 0, yaml.ScalarEvent
        for event in stream:
            kind = type(event)
            if kind is scalar:
                value = event.value
                if event.anchor or event.tag:
                    self._refuse_marks(event)
            elif kind in _ENDS:
                holder = above.pop()
                continue
            elif (value := self._rarer(event)) is None:
                continue
            count += 1
            if count > MAX_NODES:
                raise refusal("yaml-too-many-nodes", event.start_mark, limit=MAX_NODES)
            if key is not None:
                holder[key] = value
                key = None
            elif type(holder) is list:
                holder.append(value)
            elif kind is scalar and value not in holder:
                # The few words that are keys, once each: 100,000 steps have a million of them.
                key = words.setdefault(value, value)
                continue
            else:
                key = self._doubtful_key(holder, value, event)
                continue
            if type(value) is not str:
                above.append(holder)
                holder = value

    def _rarer(self, event: Any) -> Any:
        """Return the value that begins here, None where none does."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._note("yaml-alias", event, name=shown(event.anchor))
            return ""
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            if event.anchor or event.tag:
                self._refuse_marks(event)
            if len(self._above) >= MAX_DEPTH:
                raise refusal("yaml-too-deep", event.start_mark, limit=MAX_DEPTH)
            return {} if kind is yaml.MappingStartEvent else []
        if kind is yaml.DocumentStartEvent and self.documents:
            raise refusal("yaml-documents", event.start_mark)
        return None

    def _doubtful_key(self, holder: Any, value: Any, event: Any) -> str:
        """Return the key that `value` is, after a complaint where the mapping has it already."""
        if type(value) is not str:
            raise refusal("yaml-key", event.start_mark)
        if value in holder:
            # Taken out first, so that the last key of every open mapping is the one being filled.
            del holder[value]
            path = (*self._path(holder), value)
            self._note("yaml-duplicate-key", event, other=path, key=shown(value))
        return value

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self._note("yaml-anchor", event, name=shown(event.anchor))
        if event.tag:
            self._note("yaml-tag", event, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))

    def _path(self, holder: Any) -> Path:
        holders = [*self._above[1:], holder]
        return tuple(
            len(holder) - 1 if isinstance(holder, list) else next(reversed(holder))
            for holder in holders[:-1]
        )

    def _note(self, code: str, event: Any, other: Path | None = None, **facts: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            mark = event.start_mark
            location = {"line": mark.line + 1, "column": mark.column + 1}
            self.problems.append(Problem(code=code, path=(), facts=facts, other=other, **location))
