"""YAML as data only: a stream of parser events from which a few lines build dicts, lists and text.

Scalars stay text, so that `id: 3` needs no quotes and `no` is no boolean. What a plan has no use
for and an attacker has (aliases, tags, depth, size) is refused before anything is built from it.
The C parser and the pure one give the same answers.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from llmroadmap.core.checking.problems import Path, Problem, shown
from llmroadmap.formats.roadmap_yaml.parser_events import MAX_DEPTH, check_text, events, refusal

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
    take = builder.handlers()
    with gc_paused():
        for event in events(data):
            take[type(event)](event)
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
        self._holder: Any = self.documents
        self._above: list[Any] = []
        self._key: str | None = None
        self._words: dict[str, str] = {}
        self._nodes = 0

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return what to do with each kind of event."""
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: self._pass,
            yaml.StreamStartEvent: self._pass,
        }

    def _scalar(self, event: Any) -> None:
        holder, value = self._holder, event.value
        if event.anchor or event.tag:
            self._refuse_marks(event)
        if type(holder) is list:
            holder.append(value)
        elif self._key is None:
            # The few words that are keys, once each: 100,000 steps have a million of them.
            self._key = key = self._words.setdefault(value, value)
            if key in holder:
                self._duplicate(event, key)
        else:
            holder[self._key] = value
            self._key = None
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise refusal("yaml-too-many-nodes", event.start_mark, limit=MAX_NODES)

    def _open(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        if len(self._above) >= MAX_DEPTH:
            raise refusal("yaml-too-deep", event.start_mark, limit=MAX_DEPTH)
        new: Any = {} if type(event) is yaml.MappingStartEvent else []
        holder = self._holder
        if type(holder) is list:
            holder.append(new)
        elif self._key is None:
            raise refusal("yaml-key", event.start_mark)
        else:
            holder[self._key] = new
            self._key = None
        self._above.append(holder)
        self._holder = new
        self._nodes += 1

    def _pass(self, _: Any) -> None:
        """Take what says nothing."""

    def _close(self, _: Any) -> None:
        self._holder = self._above.pop()

    def _alias(self, event: Any) -> None:
        self._note("yaml-alias", event, name=shown(event.anchor))
        self._scalar(yaml.ScalarEvent(None, None, (True, False), "", event.start_mark))

    def _document(self, event: Any) -> None:
        if self.documents:
            raise refusal("yaml-documents", event.start_mark)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self._note("yaml-anchor", event, name=shown(event.anchor))
        if event.tag:
            self._note("yaml-tag", event, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))

    def _duplicate(self, event: Any, key: str) -> None:
        # Taken out first, so that the last key of every open mapping is the one being filled.
        del self._holder[key]
        path = (*self._path(), key)
        self._note("yaml-duplicate-key", event, other=path, key=shown(key))

    def _path(self) -> Path:
        holders = [*self._above[1:], self._holder]
        return tuple(
            len(holder) - 1 if isinstance(holder, list) else next(reversed(holder))
            for holder in holders[:-1]
        )

    def _note(self, code: str, event: Any, other: Path | None = None, **facts: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            mark = event.start_mark
            location = {"line": mark.line + 1, "column": mark.column + 1}
            self.problems.append(Problem(code=code, path=(), facts=facts, other=other, **location))
