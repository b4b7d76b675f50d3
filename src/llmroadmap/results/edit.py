"""What `edit` returns."""

from typing import NamedTuple


class EditResult(NamedTuple):
    """The roadmap that was edited; `changed` is false where nothing was.

    `overrides_built_in`: it is the learner's copy of the built-in one, and stands in its place.
    """

    id: str
    path: str
    changed: bool
    overrides_built_in: bool
