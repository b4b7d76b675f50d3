"""What `import` returns."""

from typing import NamedTuple


class TickTaken(NamedTuple):
    """A step that a file says more of than was known: its new state, and the day of that, "" for none.

    `by`: what the line was known by: id, address or title. `line`: its number, 0 for none.
    """

    id: str
    title: str
    state: str
    day: str
    by: str
    line: int


class LineLeft(NamedTuple):
    """A line that says something and was left alone.

    `why`: unknown (no step of the roadmap), ambiguous (it may mean each of the `candidates`), group
    (a whole group, the one candidate), skipped (done there, skipped here).
    """

    line: int
    text: str
    why: str
    candidates: list[str]


class TicksTaken(NamedTuple):
    """The ticks of a file. `open`: lines that say of a step that it is open; `already`: what is known."""

    taken: list[TickTaken]
    already: int
    open: int
    left: list[LineLeft]


class ArchiveAdded(NamedTuple):
    """What an archive added: events, and of them notes and results; values of own changes; settings.

    `plan`: built-in, same, new, or differs: then the plan here was left as it is. `contested`: events
    that say something else here, which stays; `own_kept`: own changes that are different here, and
    stay. `backup`: the progress as it was, "" where nothing was added to it.
    """

    plan: str
    events: int
    notes: int
    proofs: int
    contested: int
    own_changes: int
    own_kept: int
    settings: list[str]
    backup: str


class ImportResult(NamedTuple):
    """What came of an import, and where things stand now on the roadmap that it was about.

    One of `ticks` and `archive` is null. `changed`: something was written. Of a dry run, things stand
    as they are; `total` is 0 where the plan is not here yet.
    """

    path: str
    roadmap: str
    title: str
    dry_run: bool
    changed: bool
    ticks: TicksTaken | None
    archive: ArchiveAdded | None
    done: int
    total: int
    percent: float
    minutes_left: int
