"""What `new` returns."""

from typing import NamedTuple


class NewResult(NamedTuple):
    """The text of the roadmap, and the file it was written to, "" for none."""

    text: str
    path: str
