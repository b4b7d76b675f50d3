"""What `update` returns."""

from typing import NamedTuple


class Renamed(NamedTuple):
    """An item that has another id now."""

    old: str
    new: str
    title: str
    how: str


class Named(NamedTuple):
    """An item of the plan, new or gone."""

    id: str
    title: str


class Doubt(NamedTuple):
    """A step with progress of which it is not certain what became of it."""

    id: str
    title: str
    why: str
    candidates: list[Named]
    answer: str


class UpdateResult(NamedTuple):
    """What became of the plan's items. `moved`: how many `moved` events were written.

    `ticked`: steps ticked in the new version; `kept`: how many of these ticks were taken over.
    """

    id: str
    path: str
    dry_run: bool
    same: int
    renamed: list[Renamed]
    retitled: list[Named]
    new: list[Named]
    gone: list[Named]
    doubts: list[Doubt]
    moved: int
    ticked: int
    kept: int
