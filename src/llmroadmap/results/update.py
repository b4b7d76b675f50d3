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
    """A step with progress of which it is not certain what became of it.

    `is_answered`: the learner has said so; without an `answer` its progress stays where it is.
    """

    id: str
    title: str
    why: str
    candidates: list[Named]
    answer: str
    answer_title: str
    is_answered: bool


class UpdateResult(NamedTuple):
    """What became of the plan's items. `moved`: how many `moved` events were written.

    `readdressed`: steps with progress that are known by title and place, their address being new.
    `own_missing`: own changes to items that the plan does not have any more. `is_replaced`: the
    roadmap's file is a new one, which undo takes back; `is_in_use`: it is the plan in use. `ticked`: steps ticked in the new version; `kept`: how many of these ticks were taken over.
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
    readdressed: list[Named]
    own_missing: list[str]
    is_replaced: bool
    is_in_use: bool
    moved: int
    ticked: int
    kept: int
