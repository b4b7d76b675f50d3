"""What `export` returns."""

from typing import NamedTuple


class Held(NamedTuple):
    """A kind of what is the learner's in an export, such as `notes`, and how many."""

    what: str
    number: int


class FolderChange(NamedTuple):
    """A folder of small files: how many it has, and how many of them are new, changed and gone."""

    files: int
    added: int
    changed: int
    removed: int


class ExportResult(NamedTuple):
    """The text ("" of a picture), and the file it was written to, "" for none.

    `holds`: what of the learner's is in it, beside the plan. With `dry_run` that is all there is.
    `changed`: the file was written; it was not where it said the same already.
    `files`: of a folder (`--vdir`), whose `text` is "".
    """

    format: str
    text: str
    path: str
    holds: list[Held]
    dry_run: bool
    changed: bool
    files: FolderChange | None
