"""What `restore` returns."""

from typing import NamedTuple

from llmroadmap.results.backups import CopySummary
from llmroadmap.results.summaries import PartSummary


class RestoreResult(NamedTuple):
    """The copy that was taken, and what is there now.

    `rescued` events were only in the damaged file, `left_out` ones are only in what was replaced.
    That is kept under the name `kept_as` (at `kept_at`): `way_back` is the name to restore for it,
    "" where it is nothing to go back to.
    """

    copy: CopySummary
    events: int
    rescued: int
    left_out: int
    kept_as: str
    kept_at: str
    way_back: str
    newest: str
    stages: list[PartSummary]
