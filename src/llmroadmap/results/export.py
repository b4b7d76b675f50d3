"""What `export` returns."""

from typing import NamedTuple


class ExportResult(NamedTuple):
    """The text, and the file it was written to, "" for none."""

    format: str
    text: str
    path: str
