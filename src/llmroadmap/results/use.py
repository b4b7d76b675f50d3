"""What `use` returns."""

from typing import NamedTuple


class UseResult(NamedTuple):
    """The roadmap in use from now on, and the one before."""

    id: str
    title: str
    path: str
    before: str
