"""What `export` returns."""

from typing import NamedTuple


class Held(NamedTuple):
    """A kind of what is the learner's in an export, such as `notes`, and how many."""

    what: str
    number: int


class ExportResult(NamedTuple):
    """The text, and the file it was written to, "" for none.

    `holds`: what of the learner's is in it, beside the plan. With `dry_run` that is all there is.
    `changed`: the file was written; it was not where it said the same already.
    """

    format: str
    text: str
    path: str
    holds: list[Held]
    dry_run: bool
    changed: bool
