"""The own changes as the events tell them: what `undo` and other machines mean for the file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from llmroadmap.core.overlay.model import Overlay, value_at
from llmroadmap.core.progress.events import Event, effective_events

Path = tuple[str, ...]


class Update(NamedTuple):
    """Values to be set by path, and the paths that were edited by hand and are left alone."""

    values: list[tuple[Path, Any]]
    kept: list[Path]


def path_of(event: Event) -> Path:
    """Return the path of the own change that an event records, () for any other event."""
    own = event.get("own")
    path = own.get("path") if isinstance(own, dict) else None
    return tuple(map(str, path)) if isinstance(path, list) else ()


def differences(before: Overlay, after: Overlay) -> list[tuple[Path, Any, Any]]:
    """Return the paths at which two overlays differ, with both values; None for no value."""
    paths = dict.fromkeys((*_paths(before), *_paths(after)))
    values = ((path, value_at(before, path), value_at(after, path)) for path in paths)
    return [each for each in values if each[1] != each[2]]


def _paths(overlay: Overlay) -> Iterator[Path]:
    """Yield the paths at which an overlay says anything."""
    yield from (("add", own["id"]) for own in overlay.get("add", ()))
    for full_id, change in overlay.get("change", {}).items():
        yield from (("change", full_id, field) for field in change)
    yield from (("mute", full_id) for full_id in overlay.get("mute", ()))
    yield from (("kinds", kind) for kind in overlay.get("kinds", {}))


def update_of(
    overlay: Overlay, events: Sequence[Event], paths: Iterable[Path] | None = None
) -> Update:
    """Return what is to be set so that the overlay says what the events come to.

    `paths` are those to look at, by default all of which there are events. A value that no event
    knows was written by hand, and stays.
    """
    known: dict[Path, list[Any]] = {}
    wanted: dict[Path, Any] = {}
    own = [event for event in events if path_of(event)]
    for event in own:
        change = event["own"]
        known.setdefault(path_of(event), []).extend((change.get("before"), change.get("after")))
        wanted.setdefault(path_of(event), change.get("before"))
    for event in effective_events([each for each in events if path_of(each) or "of" in each]):
        wanted[path_of(event)] = event["own"].get("after")
    update = Update([], [])
    for path in dict.fromkeys(known if paths is None else paths):
        value = value_at(overlay, path)
        if value == wanted[path]:
            continue
        if value in known[path]:
            update.values.append((path, wanted[path]))
        else:
            update.kept.append(path)
    return update
