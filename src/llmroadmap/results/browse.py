"""What `browse` returns."""

from typing import NamedTuple


class BrowseResult(NamedTuple):
    """How many changes were made; each of them can be undone."""

    changes: int
