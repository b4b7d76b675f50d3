"""What `remove` returns."""

from typing import NamedTuple


class RemoveResult(NamedTuple):
    """What was removed, where its file and its progress are kept, and what is in use now."""

    id: str
    kept_at: str
    progress: str
    in_use: str
