"""What `move` returns."""

from typing import NamedTuple


class MoveResult(NamedTuple):
    """Where progress and settings are from now on.

    `left`: where they were, and still are, out of use. `brought` and `found` count events that were
    new in the folder, and that it had; `differs` are settings or roadmaps of which the folder had
    another version, which stands. `is_back`: they are where they belong by themselves.
    """

    folder: str
    left: str
    brought: int
    found: int
    differs: list[str]
    is_back: bool
    done: int
    total: int
    percent: float
    minutes_left: int
