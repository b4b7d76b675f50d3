"""What `edit` returns."""

from typing import NamedTuple


class EditResult(NamedTuple):
    """The roadmap that was edited; `changed` is false where nothing was.

    `overrides_built_in`: it is the learner's copy of the built-in one, and stands in its place. `own_changes`: how
    many were made, all of which undo takes back; `missing`: items named there that the plan lacks.
    """

    id: str
    path: str
    changed: bool
    overrides_built_in: bool
    own_changes: int
    missing: list[str]
