"""The flat list of paths that roadmap.sh once kept as tree.json."""

from collections import Counter
from collections.abc import Sequence

from llmroadmap.core.model.kinds import MAX_DEPTH
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.roadmapsh.cleaning import clean_line
from llmroadmap.formats.roadmapsh.entries import Entry
from llmroadmap.formats.roadmapsh.graph import NODE_LIMIT, mapping

_SEPARATOR = " > "
_Path = tuple[str, ...]


def is_tree(document: object) -> bool:
    """Tell whether a JSON value is a list of `{id, text}`."""
    if not isinstance(document, list) or not document:
        return False
    return all(isinstance(mapping(row).get("text"), str) and "id" in row for row in document)


def tree_outline(document: Sequence[object]) -> tuple[str, list[Entry]]:
    """Return the title that all paths begin with ("" without one) and the entries under it.

    Raises PlanUnreadable.
    """
    if len(document) > NODE_LIMIT:
        raise PlanUnreadable("plan-too-large", detail=str(NODE_LIMIT))
    rows = [(_path(row), clean_line(mapping(row).get("id"))) for row in document]
    rows = [(path, origin) for path, origin in rows if path]
    title = rows[0][0][0] if rows else ""
    if all(path[0] == title and len(path) > 1 for path, _ in rows):
        rows = [(path[1:], origin) for path, origin in rows]
    else:
        title = ""
    return title, _nested(rows)


def _path(row: object) -> _Path:
    parts = str(mapping(row).get("text")).split(_SEPARATOR)
    if len(parts) > 2 * MAX_DEPTH:
        raise PlanUnreadable("plan-too-deep", detail=str(MAX_DEPTH))
    return tuple(part for part in map(clean_line, parts) if part)


def _nested(rows: list[tuple[_Path, str]]) -> list[Entry]:
    """Put each row under the row, or the unnamed group of several rows, that its path begins with.

    A title may hold the separator itself: a beginning that no other row shares is no group.
    """
    shared = Counter(path[:size] for path, _ in rows for size in range(1, len(path)))
    own = {path for path, _ in rows}
    root = Entry(title="")
    known: dict[_Path, Entry] = {(): root}
    for path, _ in rows:
        known.setdefault(path, Entry(title=""))
    placed: set[_Path] = set()
    for path, origin in rows:
        entry = Entry(title="") if path in placed else known[path]
        placed.add(path)
        parent = _parent(path, own, shared)
        entry.title, entry.origin = _SEPARATOR.join(path[len(parent) :]), origin
        _group(parent, known, own, shared).children.append(entry)
    return root.children


def _parent(path: _Path, own: set[_Path], shared: Counter[_Path]) -> _Path:
    sizes = range(len(path) - 1, 0, -1)
    return next((path[:n] for n in sizes if path[:n] in own or shared[path[:n]] > 1), ())


def _group(
    path: _Path, known: dict[_Path, Entry], own: set[_Path], shared: Counter[_Path]
) -> Entry:
    """Return the entry of a path; a group that has no row of its own is made when first needed."""
    if path not in known:
        parent = _parent(path, own, shared)
        known[path] = Entry(title=_SEPARATOR.join(path[len(parent) :]))
        _group(parent, known, own, shared).children.append(known[path])
    return known[path]
