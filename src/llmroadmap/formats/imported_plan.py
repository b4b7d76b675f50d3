"""What every importer returns, whatever it read: a roadmap's tree and what was left out of it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A kind of content that an importer passed over: `what` is a key of the texts in `locales`."""

    what: str
    lines: tuple[int, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """A plan read from another format.

    `roadmap` has the shape of a roadmap file (see docs/roadmap-format.md), `done` the full ids of
    steps that were ticked in the source. Only this program's own export knows of `started` and
    `skipped` steps.
    """

    roadmap: dict[str, Any]
    done: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    started: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
