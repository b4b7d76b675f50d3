"""Every verb that an event can have, one row each: what it does, and where it counts.

A new verb is a row here, its text under `verbs` in `locales/*/log.py`, and a row of the table in
ARCHITECTURE.md. The fold, the log, undo, completion and the progress schema read this table; mypy
asks for a branch of the fold where an effect is new, `tests/core/progress/test_verbs.py` for the
rest.
"""

from typing import Literal

from llmroadmap.core.records import NamedTuple

# What an event does to progress:
# state: its step is `after` from now on        sitting: time spent, and the clock stops
# total: what all sittings come to              note, proof, checkin: one more on the item
# recall: how well its step was known           move: an id is another one from now on
# pause, resume: of the learner's               undo, redo: of a change
# none: kept, and looked at by nothing yet
Effect = Literal[
    "state",
    "sitting",
    "total",
    "note",
    "proof",
    "checkin",
    "recall",
    "move",
    "pause",
    "resume",
    "undo",
    "redo",
    "none",
]


class Verb(NamedTuple):
    """What is known of a verb.

    `after`: the state of the step after it; `before`: the states that it changes;
    `offered`: those of them whose steps Tab offers. `is_active`: its day is one with activity; `is_study`: that also ends a pause. `advances`: a fold can go on with
    it, without folding everything again. `carries`: the fields of its own that an event may have.
    `in_log`: the learner did it; what the program wrote down by itself is in no log.
    """

    effect: Effect
    after: str = ""
    before: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    is_active: bool = False
    is_study: bool = False
    advances: bool = False
    carries: tuple[str, ...] = ()
    in_log: bool = True


# `start` and `skip` leave what is done alone: a tick is taken back by `reopen` or `undo`, never by
# the way.
VERBS: dict[str, Verb] = {
    "start": Verb(
        effect="state",
        after="started",
        before=("open", "skipped"),
        offered=("open",),
        is_active=True,
        is_study=True,
        advances=True,
    ),
    "done": Verb(
        effect="state",
        after="done",
        before=("open", "started", "skipped"),
        offered=("open", "started"),
        is_active=True,
        is_study=True,
        advances=True,
        carries=("minutes",),
    ),
    "skip": Verb(
        effect="state",
        after="skipped",
        before=("open", "started"),
        offered=("open", "started"),
        advances=True,
        carries=("text",),
    ),
    "reopen": Verb(
        effect="state",
        after="open",
        before=("started", "done", "skipped"),
        offered=("done", "skipped"),
        advances=True,
    ),
    "stop": Verb(
        effect="sitting", is_active=True, is_study=True, advances=True, carries=("minutes",)
    ),
    "took": Verb(effect="total", advances=True, carries=("minutes",)),
    "checkin": Verb(effect="checkin", is_active=True, is_study=True, advances=True),
    "note": Verb(effect="note", is_active=True, advances=True, carries=("text",)),
    "proof": Verb(effect="proof", is_active=True, advances=True, carries=("url",)),
    "moved": Verb(effect="move", carries=("to",), in_log=False),
    "undo": Verb(effect="undo", carries=("of",), in_log=False),
    "redo": Verb(effect="redo", carries=("of",), in_log=False),
    "pause": Verb(effect="pause", carries=("until", "text")),
    "resume": Verb(effect="resume"),
    "adjust": Verb(effect="none", advances=True, carries=("text", "own")),
    "updated": Verb(effect="none", advances=True, carries=("text",)),
    "recall": Verb(effect="recall", is_active=True, advances=True, carries=("grade",)),
}
# What a newer program may have written: kept, and ignored.
UNKNOWN = Verb(effect="none", in_log=False)

# Those that take a change back (True), or make it again.
REVERSALS = {name: row.effect == "undo" for name, row in VERBS.items() if row.carries == ("of",)}
STATE_VERBS = frozenset(name for name, row in VERBS.items() if row.effect == "state")


def verb_of(name: str) -> Verb:
    """Return the row of a verb; that of one of a newer program does nothing."""
    return VERBS.get(name, UNKNOWN)
