"""Own roadmaps, own changes and settings in the folder: copied where one side has none, never overwritten."""

import os
from typing import NamedTuple

from llmroadmap.filesystem.files import read_whole, write_atomically
from llmroadmap.filesystem.locations import Locations
from llmroadmap.sync.everything import PLANS
from llmroadmap.sync.place import Place

_LIMIT = 32 * 1024 * 1024  # bytes; a roadmap's limit
_SUFFIX = ".yaml"
_OWN = ".mine.yaml"
_SETTINGS = "settings.json"


class Plan(NamedTuple):
    """One file of the learner's, here and in the folder.

    `id` is "" for the settings. `state`: sent, received, same, differs. `newer`: here or there,
    where they differ. `path` is the folder's file.
    """

    id: str
    state: str
    newer: str
    path: str


def exchange_plans(locations: Locations, place: Place) -> list[Plan]:
    """Copy what one side lacks; name what differs."""
    folder = os.path.join(place.root, PLANS)
    ids = sorted(_ids(locations.roadmaps) | _ids(folder))
    pairs = [
        (
            each,
            os.path.join(locations.roadmaps, each + _SUFFIX),
            os.path.join(folder, each + _SUFFIX),
        )
        for each in ids
    ]
    pairs += [
        (f"{each}.mine", os.path.join(locations.config, name), os.path.join(folder, name))
        for each in sorted(_ids(locations.config, _OWN) | _ids(folder, _OWN))
        if (name := each + _OWN)
    ]
    pairs.append(("", locations.settings, os.path.join(folder, _SETTINGS)))
    return [plan for pair in pairs if (plan := _exchange(*pair)) is not None]


def _ids(folder: str, suffix: str = _SUFFIX) -> set[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return set()
    stems = {name.removesuffix(suffix) for name in names if name.endswith(suffix)}
    return {stem for stem in stems if stem.isascii() and stem.replace("-", "").isalnum()}


def _exchange(name: str, here: str, there: str) -> Plan | None:
    ours, theirs = _read(here), _read(there)
    if ours is None and theirs is None:
        return None
    if theirs is None and ours is not None:
        write_atomically(there, ours, replacing=None)
        return Plan(id=name, state="sent", newer="", path=there)
    if ours is None and theirs is not None:
        write_atomically(here, theirs, replacing=None)
        return Plan(id=name, state="received", newer="", path=there)
    if ours == theirs:
        return Plan(id=name, state="same", newer="", path=there)
    newer = "here" if os.path.getmtime(here) > os.path.getmtime(there) else "there"
    return Plan(id=name, state="differs", newer=newer, path=there)


def _read(path: str) -> bytes | None:
    try:
        return read_whole(path, _LIMIT)[0]
    except FileNotFoundError:
        return None
