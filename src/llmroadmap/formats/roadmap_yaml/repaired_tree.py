"""A tree without what the schema refused, so that the other checks can look at the rest of it."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from llmroadmap.core.checking.problems import Path, Problem

# Stands in for ids that are wrong or missing; what is said about it is said about nothing.
STAND_IN = "0-no-id-"

# Wrong values under these keys give way to others that make the rest look no worse than it is.
_INSTEAD = {"title": "?", "order": "parallel", "repeat": "daily", "optional": False, "format": 1}
_SPARE = {"about", "links", "minutes", "topics", "origin", "recall", "goals", "tips", "kind"}
_SPARE |= {"needs", "was", "retired"}
_SHAPING = {"id", "items", "stages", "repeat", "optional", "needs", "was", "retired"}


def repaired(raw: Any, problems: Iterable[Problem]) -> Any:
    """Return a copy of the tree without its wrong parts; None where they can't be taken out."""
    tree = deepcopy(raw)
    locations = [_location(problem) for problem in problems]
    for number, location in enumerate(dict.fromkeys(locations)):
        if location is None:
            return None
        *above, key = location
        holder = tree
        for step in above:
            holder = holder[step]
        holder.pop(key, None)
        if key == "id":
            holder[key] = f"{STAND_IN}{number}"
        elif key in _INSTEAD:
            holder[key] = _INSTEAD[key]
    return tree


def _location(problem: Problem) -> Path | None:
    """Return the entry to take out for a problem: that of the outermost key that can be spared."""
    path = problem.path
    if problem.code == "missing-key":
        path = (*path, problem.facts["key"])
    if path[:1] == ("minutes",):
        return path
    for length, step in enumerate(path, start=1):
        if step in _SPARE or step in _INSTEAD or step == "id":
            return path[:length]
    is_extra = problem.code in ("unknown-key", "misplaced-key")
    return path if is_extra and problem.facts.get("closest") not in _SHAPING else None
