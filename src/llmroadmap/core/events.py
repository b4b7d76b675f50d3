"""Events: what a learner did, one after the other. Progress is their fold; none is ever rewritten.

An event is the same plain dict in memory as on disk, so that what a newer program wrote into it
survives.
"""

from typing import Required, TypedDict

# What makes the state of a step.
STATE_VERBS = ("start", "done", "skip", "reopen")
# All verbs of this format; an unknown one is kept and ignored.
VERBS = (*STATE_VERBS, "checkin", "note", "proof", "moved", "undo", "redo", "pause", "recall")


class Event(TypedDict, total=False):
    """One line of the progress file; the table of fields is in ARCHITECTURE.md."""

    id: Required[str]
    at: Required[str]
    do: Required[str]
    on: str
    item: str
    to: str
    change: str
    of: str
    device: str
    text: str
    url: str
    minutes: int
    grade: int | str
