"""What every importer returns, whatever it read: a roadmap's tree and what was left out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A kind of content that an importer passed over: `what` is a key of the texts in `locales`.

    `lines` are all of them, blank ones between them too; `path` is the file of a folder, or "".
    """

    what: str
    lines: tuple[int, ...]
    example: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """A plan read from another format.

    `roadmap` has the shape of a roadmap file (see docs/roadmap-format.md), `done` the full ids of
    steps that were ticked in the source, `started` and `skipped` those under way and called off
    there, `days` when a step was ticked (YYYY-MM-DD), where the source says so. `doubt` is why this
    may be no plan at all, a key of the texts in `locales`, or "". `ids_by_place`: ids
    are of this version's order only, and `formats.kept_ids` gives those of an earlier version.
    """

    roadmap: dict[str, Any]
    done: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    started: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    days: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""
    ids_by_place: bool = False
